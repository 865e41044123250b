"""Importing by all cores, in the order of the files, with little in memory at a time."""

from __future__ import annotations

import os
import time
from collections import deque
from functools import partial

from reporttui.library.importing.work import Outcome, import_file
from reporttui.report.model import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from concurrent.futures import Future, ProcessPoolExecutor

    from reporttui.library.importing.plan import Plan, Task

_LOOKS_EVERY = 0.5
"""Seconds after which a worker looks whether its parent is still there."""

_AHEAD = 4
"""Files for each worker that are on their way at a time."""


def outcomes(plan: Plan, workers: int | None = None) -> Iterator[Outcome]:
    """Import files; yield what became of each, in order.

    Closing the iterator, as Ctrl-C does, lets the files at work be finished and begins no other.

    Args:
        plan: What to do.
        workers: Processes; as many as there are cores, if left out. One file needs none.
    """
    count = min(workers or _cores(), len(plan.tasks))
    if count <= 1:
        for task in plan.tasks:
            yield import_file(task, plan.done)
        return
    tasks = deque(plan.tasks)
    while tasks:
        yield from _by_pool(tasks, plan.done, count)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _by_pool(tasks: deque[Task], done: Mapping[str, str], count: int) -> Iterator[Outcome]:
    """Work off tasks, which are taken away when they are done; stop where a worker dies."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(count, done)
    flying: deque[tuple[Task, Future[Outcome]]] = deque()
    try:
        while tasks:
            while len(flying) < min(len(tasks), count * _AHEAD):
                task = tasks[len(flying)]
                flying.append((task, pool.submit(_import, task)))
            outcome = flying[0][1].result()
            flying.popleft()
            tasks.popleft()
            yield outcome
    except BrokenProcessPool:
        # One of these crashed its worker and took the pool along. Alone, each shows which.
        for task, _ in flying:
            tasks.popleft()
            yield _alone(task, done)
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(task: Task, done: Mapping[str, str]) -> Outcome:
    from concurrent.futures.process import BrokenProcessPool

    with _pool(1, done) as pool:
        try:
            return pool.submit(_import, task).result()
        except BrokenProcessPool:
            return Outcome(task.path, "failed", "", 0, (Problem("reader-crashed", {}),))


def _pool(count: int, done: Mapping[str, str]) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(count, initializer=partial(_prepare, done, os.getpid()))


_done: Mapping[str, str] = {}


def _prepare(done: Mapping[str, str], parent: int) -> None:
    """Begin a worker: it finishes its file when the reader presses Ctrl-C, and then goes."""
    import signal
    import threading

    global _done
    _done = done
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()


def _leave_with(parent: int) -> None:
    """End a worker whose parent was killed, which could not tell it."""
    while os.getppid() == parent:
        time.sleep(_LOOKS_EVERY)
    os._exit(1)


def _import(task: Task) -> Outcome:
    return import_file(task, _done)
