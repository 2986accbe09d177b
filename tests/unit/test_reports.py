"""The reports of a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.engine.executors import open_executor
from generator.model.settings import Settings
from generator.reports import clean_saved, open_reports, reports_of, saved_of, saved_reports
from generator.stages import Engine

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.diagnostic import Diagnostic

PIER = "Pier to open\n\n“We have mended every plank,” said Ada Quill, the mayor of Northport.\n"
TAKEN = "---\ntitle: Pier\nsource: sources/pier.txt\noutlet: Pier Post\n---\n\nThe editor wrote this.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name, data in {
        "sources/pier.txt": PIER.encode(),
        "sources/mill.txt": b"The mill had no grain on Tuesday, Mia Holt said.\n",
        "sources/odd.txt": b"\xff\xfe\xfd",
        "articles/pier.md": TAKEN.encode(),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def test_what_cannot_be_read_is_named_and_told(content: Path) -> None:
    told: list[Diagnostic] = []
    sources, unread = open_reports(content, told)
    assert [s.id for s in sources] == ["pier", "mill"]  # the article stands in for its source
    assert unread == ["sources/odd.txt"]
    assert [d.code for d in told] == ["not-utf8"]


def test_a_saved_report_is_known_behind_its_article_with_what_that_says(content: Path) -> None:
    sources, saved = saved_reports(content)
    assert saved == saved_of(sources, content)
    assert set(saved) == {"sources/pier.txt", "sources/mill.txt"}
    assert saved["sources/pier.txt"].front.outlet == "Pier Post"
    assert saved["sources/pier.txt"].body == PIER


def test_the_article_is_the_editors_where_one_stands(content: Path) -> None:
    sources, saved = saved_reports(content)
    with open_executor("inline") as executor:
        cleaned = clean_saved(saved, Settings(title="The pier", base_url=""), Engine(None, executor))
    assert set(cleaned) == set(saved)
    reports = reports_of(sources, saved, cleaned)
    articles, chosen = reports.every, reports.chosen
    assert "The editor wrote this." in articles[0].body
    assert articles[0].front.digest == saved["sources/pier.txt"].digest
    assert articles[1].front.source == "sources/mill.txt"
    assert not chosen.left_out
