"""Every page and stylesheet as the Nu HTML Checker sees it, which comes from npm and wants Java."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator import Options, build_site
from tests.installed import from_npm, program

TESTS = Path(__file__).resolve().parents[1]
GUESS = "This document appears to be written in"  # which language short texts are in is not told by letters

NEWER = re.compile(  # of CSS, what the checker does not know and those for whom it is written do
    "“(anchor-(name|scope)|reading-flow)”: Property|“top”: Parse Error"  # Chromium, Safari, Firefox
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


def test_no_page_has_a_fault(demonstration: Path) -> None:
    assert _faults("--skip-non-html", demonstration) == []


def test_no_page_of_the_other_theme_has_a_fault(ledger: Path) -> None:
    assert _faults("--skip-non-html", ledger) == []


@pytest.mark.parametrize("content", ["nasty", "site", "tongues"])
def test_no_page_of_odd_briefings_has_a_fault(content: str, tmp_path: Path) -> None:
    build_site(Options(TESTS / content / "content", tmp_path / "site"))
    assert _faults("--skip-non-html", tmp_path / "site") == []


@pytest.mark.parametrize("language", ["ar", "de"])
def test_no_page_in_another_language_has_a_fault(language: str, tmp_path: Path) -> None:
    shutil.copytree(TESTS.parent / "content", tmp_path / "content")
    settings = tmp_path / "content" / "site.yaml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(told.replace("\nlanguage: en\n", f"\nlanguage: {language}\n"), encoding="utf-8")
    build_site(Options(tmp_path / "content", tmp_path / "site"))
    assert _faults("--skip-non-html", tmp_path / "site") == []


def test_no_stylesheet_has_a_fault(demonstration: Path, ledger: Path) -> None:
    ours, theirs = sorted(demonstration.rglob("*.css")), sorted(ledger.rglob("theme.css"))
    assert ours
    assert theirs
    assert [fault for fault in _faults("--css", *ours, *theirs) if not NEWER.search(fault)] == []
