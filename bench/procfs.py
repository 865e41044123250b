"""What Linux tells of another process."""

from __future__ import annotations

import re
import time
from pathlib import Path


def cpu(pid: int) -> float:
    """The CPU time of a process and all its threads, user and system, in seconds.

    Unlike the 10 ms ticks in /proc this counts nanoseconds, and threads that have ended too.
    """
    # clock_getcpuclockid(3), which Python does not offer, as Linux numbers it.
    return time.clock_gettime(~pid << 3 | 2)


def peak_memory(pid: int) -> int:
    """The largest resident size of a running process so far, in bytes.

    The `ru_maxrss` of an ended process would not do: it counts the fork before the exec.
    """
    status = Path(f"/proc/{pid}/status").read_text()
    peak = re.search(r"VmHWM:\s*(\d+) kB", status)
    if peak is None:
        raise ProcessLookupError("the process has ended")
    return int(peak[1]) * 1024


def members(session: int) -> list[int]:
    """The living processes of a session."""
    pids = (int(path.name) for path in Path("/proc").glob("[0-9]*"))
    return [pid for pid in pids if _session(pid) == session]


def _session(pid: int) -> int | None:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:  # it ended while we looked
        return None
    # The name, in brackets, may hold spaces and brackets.
    state, _parent, _group, session = stat.rpartition(")")[2].split()[:4]
    return None if state == "Z" else int(session)
