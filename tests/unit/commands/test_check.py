from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.commands.check import as_github
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., tuple[int, str, str]]

FAULTY = "---\nname: The League\nkind: alliance\nnick%name: none\n---\n"


STATED = "outlet: Pier Post\npublished: 2031-05-14\n"


@pytest.fixture(autouse=True)
def stated(briefing: Path) -> Path:
    """Let the report say whose it is and of which day, in a file beside it."""
    beside = briefing / "content" / "sources" / "pier.yaml"
    beside.write_text(STATED, encoding="utf-8")
    return beside


@pytest.fixture
def warned(briefing: Path) -> Path:
    """Add a file that gives one warning, with signs that GitHub asks to be spelt otherwise."""
    (briefing / "content" / "actors" / "league.md").write_text(FAULTY, encoding="utf-8")
    return briefing


def paths(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_nothing_is_written_and_nothing_is_wrong(briefing: Path, command: Command) -> None:
    before = paths(briefing)
    assert command("check") == (0, "", "Nothing is wrong.\n")
    assert paths(briefing) == before


def test_what_no_report_states_is_told_and_nothing_is_wrong(stated: Path, command: Command) -> None:
    stated.unlink()
    status, out, err = command("check", "--strict")
    assert (status, out) == (0, "")
    assert ["unstated-day" in err, "unstated-outlet" in err] == [True, True]
    assert err.endswith("\nNothing is wrong.\n")
    assert "unstated" not in command("build")[2]


def test_a_cache_that_is_there_or_named_is_used(briefing: Path, command: Command) -> None:
    command("build")
    before = paths(briefing)
    assert command("check")[0] == 0
    assert paths(briefing) == before
    assert command("check", "--cache", "kept")[0] == 0
    assert (briefing / "kept" / "generator.sqlite").is_file()


@pytest.mark.usefixtures("warned")
def test_warnings_are_told_and_counted(command: Command) -> None:
    status, out, err = command("check")
    assert (status, out) == (0, "")
    assert err.startswith("content/actors/league.md:4:1: warning[unknown-key]: ")
    assert err.endswith("\n0 errors, 1 warning\n")


def test_an_error_is_a_status_of_its_own(warned: Path, command: Command) -> None:
    (warned / "content" / "sources" / "empty.txt").write_bytes(b"")
    status, _, err = command("check")
    assert (status, err.splitlines()[-1]) == (1, "1 error, 1 warning")


@pytest.mark.usefixtures("warned")
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_under_strict_a_warning_counts(form: str, command: Command) -> None:
    lax, strict = command("check", "--format", form), command("check", "--format", form, "--strict")
    assert (lax[0], strict[0]) == (0, 1)
    assert lax[1:] == strict[1:]


@pytest.mark.usefixtures("warned")
def test_json_has_all_of_it(command: Command) -> None:
    status, out, err = command("check", "--format", "json")
    (row,) = json.loads(out)
    assert (status, err) == (0, "")
    assert list(row) == ["path", "line", "column", "severity", "code", "message", "hint"]
    assert (row["path"], row["line"], row["column"]) == ("content/actors/league.md", 4, 1)
    assert (row["severity"], row["code"]) == ("warning", "unknown-key")


@pytest.mark.usefixtures("warned")
def test_github_is_told_in_its_own_words(command: Command) -> None:
    status, out, err = command("check", "--format", "github")
    assert (status, err) == (0, "")
    assert out.startswith("::warning file=content/actors/league.md,line=4,col=1,title=unknown-key::")
    assert '"nick%25name"' in out
    assert out.count("\n") == 1


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_bad_site_yaml_is_told_in_every_form(form: str, briefing: Path, command: Command) -> None:
    (briefing / "content" / "site.yaml").write_text("title: x\ntimezone: Mars\n", encoding="utf-8")
    status, out, err = command("check", "--format", form)
    assert status == 2
    assert "bad-timezone" in (err if form == "text" else out)
    assert err.endswith("error: content/site.yaml cannot be used: one thing to mend\n")
    assert err.count("\n") == 1 or form == "text"


def test_a_fault_of_the_theme_is_told(briefing: Path, command: Command) -> None:
    template = briefing / "content" / "theme" / "about.html"
    template.parent.mkdir()
    template.write_text("{{ view.nothing_of_that_name }}", encoding="utf-8")
    for words in (("check",), ("build",)):
        status, _, err = command(*words, "--no-cache")
        assert (status, "about.html:1" in err) == (2, True)
    assert not (briefing / "site").exists()


def test_a_comma_in_a_path_does_not_part_it() -> None:
    found = Diagnostic(Location("a,b:c.md", 2, 3), Severity.ERROR, "x", "50 %\nmore")
    assert as_github(found) == "::error file=a%2Cb%3Ac.md,line=2,col=3,title=x::50 %25%0Amore"
