"""What the stories begin with: four invented reports in four outlets, four statements in two of them each.

``briefing`` lies in a folder of its own and is the working directory, so that an editor's commands can be
written as they would be typed: ``briefing.run("build")``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.stories.briefing import Briefing

CONTENT = Path(__file__).resolve().parent / "content"


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Briefing:
    shutil.copytree(CONTENT, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Briefing(tmp_path, capsys)
