import signal
import sys
import time
from pathlib import Path

import pytest
import terminal as harness
from emulator import START_MODES, Emulator, modes
from terminal import Terminal

EMPTY_APP = Path(harness.__file__).with_name("empty_app.py")


def shell(script, **options):
    return Terminal(["sh", "-c", script], **options)


def test_a_program_starts_with_the_size_asked_for():
    with shell("stty size", cols=100, rows=30) as terminal:
        assert terminal.wait() == 0
        assert terminal.screen_text()[0] == "30 100"


def test_a_program_hears_of_a_new_size_by_sigwinch():
    script = "trap 'stty size' WINCH; echo ready; while :; do sleep 0.02; done"
    with shell(script) as terminal:
        terminal.wait_for("ready")
        terminal.resize(60, 16)
        terminal.wait_for("16 60")
        assert len(terminal.screen_text()) == 16


def test_a_program_has_a_controlling_terminal_of_its_own():
    with shell("echo to the terminal > /dev/tty") as terminal:
        assert terminal.wait() == 0
        assert terminal.screen_text()[0] == "to the terminal"


def test_keys_arrive_as_text_or_bytes():
    with Terminal(["cat"]) as terminal:
        terminal.send("泉州\n")
        terminal.settle(quiet=0.1)
        terminal.send(b"licheng\n\x04")
        assert terminal.wait() == 0
        assert terminal.screen_text()[:4] == ["泉州", "泉州", "licheng", "licheng"]


def test_environment_and_folder_are_the_callers_and_nothing_personal_leaks(monkeypatch, tmp_path):
    monkeypatch.setenv("NO_COLOR", "1")
    script = 'echo "$TERM ${NO_COLOR-unset} $EXTRA"; pwd'
    with shell(script, env={"TERM": "vt100", "EXTRA": "more"}, cwd=tmp_path, cols=250) as terminal:
        terminal.wait()
        assert terminal.screen_text()[:2] == ["vt100 unset more", str(tmp_path)]


def test_the_exit_code_is_told_and_a_signal_is_negative():
    with shell("exit 7") as terminal:
        assert terminal.wait() == 7
    with Terminal(["sleep", "60"]) as terminal:
        terminal.kill(signal.SIGTERM)
        assert terminal.wait() == -signal.SIGTERM
        with pytest.raises(ProcessLookupError):
            terminal.kill(signal.SIGTERM)


def test_a_command_that_does_not_exist_says_so_and_ends_with_127():
    with Terminal(["no-such-command"]) as terminal:
        assert terminal.wait() == 127
        assert terminal.screen_text()[0].startswith("no-such-command: ")


def test_all_output_is_read_even_when_it_comes_with_the_end():
    with shell("seq 5000") as terminal:
        terminal.wait()
        assert terminal.raw.split()[-1] == b"5000"
        assert terminal.screen_text()[-2] == "5000"


def test_waiting_in_vain_tells_what_was_on_the_screen():
    with shell("echo something else; sleep 60") as terminal:
        with pytest.raises(TimeoutError, match="something else"):
            terminal.wait_for("this", timeout=0.2)
        with pytest.raises(TimeoutError, match="still running"):
            terminal.wait(timeout=0.1)
    with shell("echo something else") as ended, pytest.raises(EOFError, match="something else"):
        ended.wait_for("this")


def test_a_predicate_sees_all_rows():
    with shell("echo one; echo two; sleep 60") as terminal:
        assert terminal.wait_for(lambda rows: rows[1] == "two")[0] == "one"


def test_settling_outlasts_pauses_in_which_the_program_computes():
    script = "import time; e = time.process_time() + 0.3\nwhile time.process_time() < e: pass\n"
    with Terminal([sys.executable, "-c", script + "print('done'); time.sleep(60)"]) as terminal:
        terminal.settle()
        assert terminal.screen_text()[0] == "done"


def test_settling_gives_up_on_a_program_that_never_rests():
    script = "while :; do echo more; sleep 0.02; done"
    with shell(script) as terminal, pytest.raises(TimeoutError, match="more"):
        terminal.settle(timeout=0.3)


def test_pieces_of_output_carry_the_time_of_their_arrival():
    with shell("echo one; sleep 0.2; echo two") as terminal:
        terminal.wait()
        times = [at for at, _ in terminal.chunks]
        assert terminal.started < times[0] < times[-1] - 0.1
        assert terminal.raw == b"one\r\ntwo\r\n"


def test_cpu_grows_with_work_of_all_threads_and_is_kept_after_the_end():
    script = (
        "import threading, time\n"
        "def work():\n"
        "    end = time.thread_time() + 0.1\n"
        "    while time.thread_time() < end: pass\n"
        "input()\n"
        "thread = threading.Thread(target=work); thread.start(); thread.join()\n"
        "print('worked'); input()\n"
    )
    with Terminal([sys.executable, "-c", script]) as terminal:
        terminal.settle()
        before = terminal.cpu()
        terminal.send("\n")
        terminal.wait_for("worked")
        worked = terminal.cpu()
        assert 0.09 < worked - before < 0.3
        terminal.send("\n")
        terminal.wait()
        assert terminal.cpu() >= worked


def test_peak_memory_remembers_what_was_given_back():
    script = "import time; len(b'x' * 50_000_000); print('back'); time.sleep(60)"
    with Terminal([sys.executable, "-c", script]) as terminal:
        terminal.wait_for("back")
        assert 50e6 < terminal.peak_memory() < 100e6


def test_children_are_found_though_their_parent_has_ended_and_closing_kills_them():
    with shell("trap '' HUP; sleep 60 & echo started") as terminal:
        terminal.wait()
        assert len(terminal.children()) == 1
    deadline = time.monotonic() + 5  # the kernel takes its time to end what was killed
    while terminal.children():
        assert time.monotonic() < deadline


def test_line_editing_switched_off_is_seen_also_after_the_end():
    with shell("stty sane; echo before; read line; stty raw -echo") as terminal:
        terminal.wait_for("before")
        assert terminal.cooked()
        terminal.send("\n")
        terminal.wait()
        assert not terminal.cooked()


def test_modes_left_on_are_told():
    assert modes(b"") == START_MODES
    assert modes(b"\x1b[?1049h\x1b[?25l\x1b[?1000;1006h") == {"?7", "?1049", "?1000", "?1006"}
    assert modes(b"\x1b[?1049h\x1b[?25l\x1b[?25h\x1b[?1049l") == START_MODES
    assert modes(b"\x1b[>25u") == START_MODES | {"kitty"}
    assert modes(b"\x1b[>25u\x1b[<u") == START_MODES
    assert modes(b"\x1b[?1000h\x1bc") == START_MODES


def test_wide_characters_take_two_cells_and_are_joined_without_a_gap():
    emulator = Emulator(10, 1)
    emulator.feed("鲤城区2024".encode())
    assert emulator.text() == ["鲤城区2024"]
    assert emulator.cursor == (9, 0)


@pytest.mark.parametrize(
    ("overwrite", "row"), [("\x1b[1;1Hx", "x 城"), ("\x1b[1;2Hx", " x城"), ("\x1b[1;2H州", " 州")]
)
def test_half_of_a_wide_character_is_shown_as_a_blank(overwrite, row):
    emulator = Emulator(10, 1)
    emulator.feed(("鲤城" + overwrite).encode())
    assert emulator.text() == [row]


@pytest.mark.parametrize(
    "foreign", ["\x1b[>25u", "\x1b[<u", "\x1b[?2026$p", "\x1b[!p", "\x1bP+q\x1b\\"]
)
def test_sequences_for_newer_terminals_leave_no_trace_however_they_are_cut(foreign):
    data = f"城{foreign}区".encode()
    for cut in range(len(data)):
        emulator = Emulator(10, 1)
        emulator.feed(data[:cut])
        emulator.feed(data[cut:])
        assert emulator.text() == ["城区"]
        assert not emulator.screen.cursor.attrs.bold


def test_the_smallest_textual_app_needs_no_answer_and_restores_the_terminal():
    with Terminal([sys.executable, str(EMPTY_APP)]) as terminal:
        terminal.wait_for("empty")
        assert b"\x1b[?2026$p" in terminal.raw
        assert "?1049" in terminal.modes()
        terminal.send("\x11")
        assert terminal.wait() == 0
        assert terminal.modes() == START_MODES
        assert terminal.cooked()
