from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import generator
from generator import cli
from generator.model.diagnostic import (
    BuildFailed,
    ConfigError,
    Diagnostic,
    EngineError,
    GeneratorError,
    Severity,
    ThemeError,
)
from generator.model.text import Location

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., tuple[int, str, str]]

COMMANDS = ("build", "check", "serve", "ingest", "inspect", "note", "init", "schema")
FOUND = Diagnostic(Location("content/site.yaml", 3, 7), Severity.ERROR, "bad-url", "no address")


def said_by(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str, str]:
    """Run what argparse ends by itself; return the status, standard output and error."""
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    return ended.value.code, *capsys.readouterr()


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    """Run a command that ends with ``error``; return the status."""

    def run(_arguments: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(cli, "_schema", run)
    return cli.main(["schema"])


def test_help_teaches_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said_by(capsys, "--help")
    assert status == 0
    assert re.findall(r"^    ([a-z]+)  ", out, re.MULTILINE) == list(COMMANDS)
    assert "Begin with: python -m generator init my-briefing\n" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_an_example_on_one_line(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said_by(capsys, command, "--help")
    assert status == 0
    example = rf"^Example: python -m generator {command} \S.*$"
    assert re.search(example, out, re.MULTILINE)
    assert not [line for line in out.splitlines() if re.match(r"  -\S+( [A-Z|]+)?$", line.rstrip(","))]


def test_the_commands_lead_from_one_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, _ = command("init", "my-briefing")
    assert (status, "Next: cd my-briefing && python -m generator build" in out) == (cli.FINE, True)
    monkeypatch.chdir("my-briefing")
    (source,) = sorted((tmp_path / "my-briefing" / "content" / "sources").glob("*.txt"))
    assert command("inspect", source)[0] == cli.FINE
    assert command("ingest")[0] == cli.FINE
    assert command("check")[0] == cli.FINE
    assert command("build", "--base-url", "https://news.example/affair/")[0] == cli.FINE
    assert (tmp_path / "my-briefing" / "site" / "index.html").is_file()


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert said_by(capsys, "--version")[:2] == (0, f"generator {generator.__version__}\n")


@pytest.mark.parametrize(
    "words", ["build --output=", "check --content=", "build --cache=", "init", "inspect", "ingest"]
)
def test_a_name_that_is_empty_is_not_the_current_folder(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = said_by(capsys, *words.split(), *([] if "=" in words else [""]))
    assert (status, out) == (cli.USAGE, "")
    assert err.endswith("'' is no name of a file or folder\n")


@pytest.mark.parametrize(
    "words",
    [
        "",
        "bild",
        "build --colour",
        "build --out site",  # options are not abbreviated, so that new ones break no script
        "build --workers 0",
        "build --workers two",
        "build --workers -1",
        "build --workers 2 --executor inline",
        "check --format xml",
        "inspect",
        "inspect --format json x.txt",
        "inspect --clean maybe x.txt",
        "init",
    ],
)
def test_what_is_not_understood_is_a_fault_of_use(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said_by(capsys, *words.split())
    assert (status, out) == (cli.USAGE, "")
    assert err.startswith("usage: python -m generator")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (BuildFailed("x"), cli.CONTENT),
        (ConfigError("x"), cli.USAGE),
        (ThemeError("x"), cli.USAGE),
        (EngineError("x"), cli.ENGINE),
        (GeneratorError("x"), cli.ENGINE),
        (OSError(28, "No space left on device", "site/index.html"), cli.ENGINE),
        (OSError("x"), cli.ENGINE),
    ],
)
def test_each_failure_has_its_status(
    error: Exception, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failing(monkeypatch, error) == status
    out, err = capsys.readouterr()
    assert out == ""
    named = "site/index.html: No space left on device" if getattr(error, "errno", None) else "x"
    assert err == f"error: {named}\n"


def test_diagnostics_are_told_before_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing(monkeypatch, ConfigError("one thing to mend", (FOUND,)))
    told = "content/site.yaml:3:7: error[bad-url]: no address\nerror: one thing to mend\n"
    assert capsys.readouterr() == ("", told)


def test_a_stop_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(monkeypatch, KeyboardInterrupt()) == cli.STOPPED
    assert "stopped" in capsys.readouterr().err


def test_the_module_runs_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["generator", "schema", "note"])
    left: list[int] = []
    monkeypatch.setattr(os, "_exit", left.append)  # the process is left at once, with all written
    runpy.run_module("generator", run_name="__main__")
    assert left == [0]
    assert '"title": "Head of content/notes/<name>.md"' in capsys.readouterr().out


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own."""
    place = os.path.dirname(os.path.dirname(generator.__file__))  # noqa: PTH120 - for the environment
    command = [sys.executable, "-m", "generator", *words]
    whole = {**os.environ, "PYTHONPATH": place, **environment}
    return subprocess.run(command, env=whole, capture_output=True, check=False)


def test_a_reader_that_leaves_early_is_no_failure(tmp_path: Path) -> None:
    report = tmp_path / "pier.txt"
    report.write_text("The pier is shut.\n\n" * 9000, encoding="utf-8")
    line = f'"{sys.executable}" -m generator inspect "{report}"; echo $? >&2'
    place = os.path.dirname(os.path.dirname(generator.__file__))  # noqa: PTH120 - for the environment
    done = subprocess.run(
        ["sh", "-c", f"({line}) | head -1"],  # noqa: S607 - wherever sh lies
        env={**os.environ, "PYTHONPATH": place},
        capture_output=True,
        check=False,
    )
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"0\n")


def test_a_terminal_of_few_letters_is_shown_the_others_by_number(tmp_path: Path) -> None:
    report = tmp_path / "pier.txt"
    report.write_text("“We mend it,” said Ayşe Öz.\n", encoding="utf-8")
    done = run("inspect", str(report), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert rb"\u201cWe mend it,\u201d said Ay\u015fe \xd6z." in done.stdout


def test_json_is_utf_8_whatever_the_terminal_knows(tmp_path: Path) -> None:
    report = tmp_path / "pier.txt"
    report.write_text("“We mend it,” said Ayşe Öz.\n", encoding="utf-8")
    done = run("inspect", str(report), "--format", "jsonl", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "said Ayşe Öz." in done.stdout.decode("utf-8")
