"""How the program ends, and what it prints where."""

import os
import pty
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimgraph import __version__
from claimgraph.cli import codes
from claimgraph.cli.app import COMMANDS
from tests.cli.conftest import SEEDS, Run

PROGRAM = [sys.executable, "-m", "claimgraph.cli"]


def test_every_command_has_help_with_exit_codes(run: Run) -> None:
    for name in COMMANDS:
        outcome = run(name, "--help")
        assert outcome.code == 0
        assert "Exit codes: 0 done; 1 an error" in outcome.out
        assert outcome.out.startswith(f"Usage: claimgraph {name}")


def test_the_program_without_arguments_shows_its_help(run: Run) -> None:
    assert run() == run("--help")
    assert "Commands:" in run().out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        pytest.param(["shout"], "No such command 'shout'; see claimgraph --help", id="command"),
        pytest.param(["claims", "--loud"], "--loud", id="option"),
        pytest.param(["claims", "--act", "shout"], "'shout' is not one of", id="value"),
        pytest.param(["claims", "--limit", "-1"], "see claimgraph claims --help", id="number"),
        pytest.param(["claims", "--corroborated", "0"], "--corroborated", id="by nobody"),
        pytest.param(["compare", "SOHR"], "B", id="missing argument"),
        pytest.param(["add"], "paths", id="no paths"),
    ],
)
def test_wrong_usage_is_one_line_and_code_2(arguments: list[str], complaint: str, run: Run) -> None:
    outcome = run(*arguments)
    assert outcome.code == codes.USAGE
    assert outcome.out == ""
    assert outcome.err.startswith("claimgraph: ")
    assert outcome.err.count("\n") == 1
    assert complaint in outcome.err


def test_the_version_is_told_by_an_option_too(run: Run) -> None:
    assert run("--version") == run("version")


def test_a_terminal_without_a_letter_gets_a_question_mark_and_json_is_utf_8(filled: Path) -> None:
    asked = [*PROGRAM, "compare", "SOHR", "SANA", "--store", str(filled)]
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii"}
    text = subprocess.run(asked, env=ascii_only, capture_output=True, check=True).stdout
    assert b"\n? SANA: there were 107 cases" in text
    rows = subprocess.run([*asked, "--json"], env=ascii_only, capture_output=True, check=True)
    usual = subprocess.run([*asked, "--json"], capture_output=True, check=True)
    assert rows.stdout == usual.stdout
    assert "’" in rows.stdout.decode("utf-8")


def test_nowhere_to_print_is_one_line_too(filled: Path) -> None:
    shell = ["sh", "-c", '"$@" >&-', "sh", *PROGRAM, "claims", "--store", str(filled)]
    done = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (codes.ERROR, "")
    assert done.stderr == "claimgraph: stdout is closed, so there is nowhere to print\n"


def test_an_error_cannot_drive_a_terminal(run: Run) -> None:
    assert "\x1b" not in run("add", "\x1b[31mred.txt").err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["claims", "--store", "nowhere.db"], id="no store there"),
        pytest.param(["add", "nothing.jsonl"], id="no file there"),
        pytest.param(["schema", "Rumour"], id="no such record"),
        pytest.param(["claims", "--store", "postgresql://me@host:five/name"], id="no port"),
        pytest.param(["claims", "--store", "{text}"], id="a store that is no database"),
        pytest.param(["claims", "--store", "{other}"], id="another program's database"),
        pytest.param(["claims", "--store", "{seeds}", "--as-of", "soon"], id="no time"),
        pytest.param(["claims", "--store", "{seeds}", "--order", "size"], id="no order"),
    ],
)
def test_an_error_is_one_line_and_code_1(
    arguments: list[str], run: Run, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    places = {name: tmp_path / f"{name}.db" for name in ("text", "other")} | {"seeds": filled}
    places["text"].write_text("this is no database, but some text of a few words")
    with sqlite3.connect(places["other"]) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.close()
    outcome = run(*(each.format(**places) for each in arguments))
    assert outcome.code == codes.ERROR
    assert outcome.out == ""
    assert outcome.err.startswith("claimgraph: ")
    assert outcome.err.count("\n") == 1


def test_a_question_never_makes_a_store(run: Run, tmp_path: Path) -> None:
    outcome = run("claims", "--store", tmp_path / "nowhere.db")
    assert "make one: claimgraph add" in outcome.err
    assert list(tmp_path.iterdir()) == []


def test_a_sound_store_is_sound(run: Run, filled: Path) -> None:
    outcome = run("check", "--store", filled)
    assert (outcome.code, outcome.out) == (codes.OK, f"{filled}: all is well\n")
    assert run("check", "--store", filled, "--json").rows == [{"store": str(filled), "faults": []}]


def test_a_damaged_store_ends_with_3(run: Run, store: Path) -> None:
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE claim SET polarity = 'unknown' WHERE row = 1")
    connection.close()
    outcome = run("check", "--store", store)
    assert outcome.code == codes.FAULTS
    assert outcome.out
    (told,) = run("check", "--store", store, "--json").rows
    assert told["faults"]


def test_the_version_is_told(run: Run) -> None:
    assert run("version").out.startswith(f"claimgraph {__version__}, Python 3.")
    assert run("version", "--json").rows[0]["claimgraph"] == __version__


def test_a_schema_is_printed_or_all_are_written(run: Run, tmp_path: Path) -> None:
    assert '"title": "Claim"' in run("schema", "Claim").out
    assert '"title": "Line"' in run("schema").out
    outcome = run("schema", "--publish", tmp_path)
    assert outcome.out == f"{len(list(tmp_path.iterdir()))} schemas in {tmp_path}\n"


def test_no_colours_and_no_bars_reach_a_pipe(filled: Path, tmp_path: Path) -> None:
    for arguments in (["claims", "--store", str(filled)], ["add", str(SEEDS), "-s", "new.db"]):
        run = subprocess.run([*PROGRAM, *arguments], capture_output=True, check=True, cwd=tmp_path)
        assert b"\x1b" not in run.stdout
        assert run.stderr == b""


def test_a_terminal_sees_the_work_go_on(tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    arguments = [*PROGRAM, "add", str(SEEDS), "--store", str(tmp_path / "new.db")]
    terminal = os.environ | {"TERM": "xterm"}
    subprocess.run(arguments, stdout=subprocess.PIPE, stderr=follower, check=True, env=terminal)
    os.close(follower)
    seen = os.read(leader, 100_000)
    os.close(leader)
    assert b"checking" in seen


def test_no_color_is_honoured(filled: Path) -> None:
    arguments = [*PROGRAM, "claims", "--store", str(filled), "--limit", "1"]
    plain = os.environ | {"NO_COLOR": "1", "FORCE_COLOR": "1"}
    coloured = os.environ | {"FORCE_COLOR": "1"}
    coloured.pop("NO_COLOR", None)
    outputs = [
        subprocess.run(arguments, capture_output=True, check=True, env=environment).stdout
        for environment in (plain, coloured)
    ]
    # Bold is no colour: NO_COLOR leaves it.
    assert b"\x1b[3" not in outputs[0]
    assert b"\x1b[" in outputs[1]


def test_a_reader_that_leaves_the_pipe_is_no_error(filled: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "claims", "--store", str(filled), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert process.wait() in (codes.PIPE, codes.OK)
    assert complaint == b""


def _writer_of(pipe: Path, process: "subprocess.Popen[str]") -> int:
    """The other end of a pipe, once the process reads from it; a process that ends fails."""
    deadline = time.monotonic() + 200
    while time.monotonic() < deadline:
        assert process.poll() is None, process.communicate()[1]
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads from it yet
            time.sleep(0.05)
    raise AssertionError(f"nothing reads {pipe}")


def test_control_c_ends_with_130(tmp_path: Path) -> None:
    pipe = tmp_path / "endless.jsonl"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [*PROGRAM, "add", str(pipe), "--store", str(tmp_path / "new.db")],
        stderr=subprocess.PIPE,
        text=True,
        # A job in the background of a shell ignores Ctrl-C, and so would its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    writer = _writer_of(pipe, process)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=200)
    os.close(writer)
    assert process.returncode == codes.INTERRUPTED
    assert complaint == "claimgraph: interrupted; what was acknowledged is kept\n"


def test_text_of_articles_never_drives_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hostile.jsonl"
    text = "SANA said \\u001b]0;title\\u0007 \\u202eevil [bold]107[/bold] :smile:."
    path.write_text(
        '{"text": "' + text + '", "attributions": [{"source": [[0, 4]], "cue": [[5, 9]],'
        ' "content": [[10, 51]]}]}'
    )
    assert run("add", path, "--store", tmp_path / "h.db").code == 0
    for command in (("claims",), ("overview",), ("sources",), ("timeline",), ("matrix",)):
        out = run(*command, "--store", tmp_path / "h.db").out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "[bold]107[/bold] :smile:" in run("claims", "--store", tmp_path / "h.db").out
