"""Every page and stylesheet as the Nu HTML Checker sees it, which comes from npm and wants Java."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator import Options, build_site
from tests.installed import from_npm, program

if TYPE_CHECKING:
    from collections.abc import Callable

TESTS = Path(__file__).resolve().parents[1]
GUESS = "This document appears to be written in"  # which language short texts are in is not told by letters

NEWER = re.compile(  # of CSS, what the checker does not know and those for whom it is written do
    "“(anchor-(name|scope)|reading-flow|vector-effect)”: Property"  # Chromium, Safari, Firefox
    "|“top”: Parse Error"  # the same
    "|“--(veil|word)”: (Character|Parse Error)"  # relative colours (CSS Color 5): the same
    "|“(string-set|bookmark-level)”: Property|“content”: “string\\("  # WeasyPrint
)


def _faults(*arguments: str | Path) -> list[str]:
    """Return what the checker has to say, a line each, information left out."""
    jar = from_npm("vnu-jar") / "build" / "dist" / "vnu.jar"
    command = [program("java"), "-jar", jar, "--format", "json", "--stdout", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    said = json.loads(done.stdout)["messages"]
    return [
        f"{m.get('url', '')}:{m.get('lastLine', 0)}: {m['message']}"
        for m in said
        if not (m["type"] == "info" and (m.get("subType") != "warning" or m["message"].startswith(GUESS)))
    ]


def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    page = "<!doctype html><html lang=en><title>A</title><p><div>b</div></p>"
    (tmp_path / "index.html").write_text(page)
    assert len(_faults("--skip-non-html", tmp_path)) == 1


@pytest.fixture
def odd(nasty: Path, tmp_path: Path) -> list[Path]:
    """Return briefings that have what the demonstration has not."""
    for name in ("site", "tongues"):
        build_site(Options(TESTS / name / "content", tmp_path / name))
    return [nasty, tmp_path / "site", tmp_path / "tongues"]


def test_no_page_has_a_fault(
    demonstration: Path, ledger: Path, odd: list[Path], translated: Callable[[str], Path]
) -> None:
    """Look at all in one go: most of the time goes into the checker's own beginning."""
    others = [translated(language) for language in ("ar", "de")]
    assert _faults("--skip-non-html", demonstration, ledger, *odd, *others) == []


def test_no_stylesheet_has_a_fault(demonstration: Path, ledger: Path) -> None:
    ours, theirs = sorted(demonstration.rglob("*.css")), sorted(ledger.rglob("theme.css"))
    assert ours
    assert theirs
    assert [fault for fault in _faults("--css", *ours, *theirs) if not NEWER.search(fault)] == []
