"""Diagnostics as a person is told them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generator.model.article import FrontMatter, Media, Source
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location
from generator.placing import LONGEST, all_placed, placed_in, with_lines

if TYPE_CHECKING:
    from pathlib import Path


def fault(path: str, line: int = 1) -> Diagnostic:
    return Diagnostic(Location(path, line, 1), Severity.ERROR, "dead-link", "nothing is there")


def test_a_path_is_that_which_would_be_typed(tmp_path: Path) -> None:
    assert placed_in(fault("notes/a.md"), tmp_path).location.path == f"{tmp_path.as_posix()}/notes/a.md"


def test_only_paths_of_reports_begin_in_the_content(tmp_path: Path) -> None:
    report = Source("a", "articles/a.md", Media.MARKDOWN, "", "", FrontMatter())
    placed = all_placed([fault("articles/a.md"), fault("site.yaml")], [report], tmp_path)
    assert [d.location.path for d in placed] == [f"{tmp_path.as_posix()}/articles/a.md", "site.yaml"]


def test_each_has_its_line_where_that_can_be_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"first\nsecond\n{'x' * (LONGEST + 1)}\n", encoding="utf-8")
    found = with_lines([fault(str(path), line) for line in (9, 3, 2)])
    assert [(d.location.line, d.excerpt) for d in found] == [(2, "second"), (3, ""), (9, "")]


def test_of_what_cannot_be_read_no_line_is_shown(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"\xff\xfe")
    told = with_lines([fault(str(tmp_path / "b.md")), fault(str(tmp_path / "none.md"))])
    assert [d.excerpt for d in told] == ["", ""]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_nobody_waits_for_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def waits(path: Path, **_: str) -> str:
        raise AssertionError(path)

    os.mkfifo(tmp_path / "c.md")
    monkeypatch.setattr("pathlib.Path.read_text", waits)
    assert with_lines([fault(str(tmp_path / "c.md"))])[0].excerpt == ""
