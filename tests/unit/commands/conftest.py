"""A small briefing to run the commands in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SITE = "title: The pier\nbase_url: https://pier.example/\nactors: [northland]\n"
NORTHLAND = "---\nname: Northland\nkind: state\n---\nA state by the sea.\n"
PIER = """Pier to open again

The pier will open in May, Ada Quill, the mayor of Northport, said on Monday.

“We have mended every plank,” she said.

Sign up for our free newsletter and never miss a story.
"""


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lay out a briefing of one report, long unchanged, and go where it lies."""
    (tmp_path / "content" / "sources").mkdir(parents=True)
    (tmp_path / "content" / "actors").mkdir()
    (tmp_path / "content" / "site.yaml").write_text(SITE, encoding="utf-8")
    (tmp_path / "content" / "actors" / "northland.md").write_text(NORTHLAND, encoding="utf-8")
    (tmp_path / "content" / "sources" / "pier.txt").write_text(PIER, encoding="utf-8")
    for path in tmp_path.rglob("*"):
        os.utime(path, ns=(10**18, 10**18))
    monkeypatch.chdir(tmp_path)
    return tmp_path
