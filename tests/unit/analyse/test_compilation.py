"""What is compiled finds what the modules as they are written find, and only of the same sources."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import generator.analyse.compilation as room
from generator.analyse.compilation import PACKAGE, compiled, digest
from tests.installed import lacking

HOME = Path(room.__file__).parent
ROOT = HOME.parent.parent
READ = "import generator.analyse.word.tokens as t; print(t.__file__)"


def _run(*command: str, pure: bool) -> str:
    environment = {k: v for k, v in os.environ.items() if k != "GENERATOR_PURE"}
    environment |= {"PYTHONPATH": str(ROOT), **({"GENERATOR_PURE": "1"} if pure else {})}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_both_find_the_same() -> None:
    if PACKAGE not in _run("-c", READ, pure=False):
        lacking("reading is not compiled of these sources: install again where there is a C compiler")
    assert PACKAGE not in _run("-c", READ, pure=True)
    paths = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "content" / "sources").iterdir() if p.is_file())
    command = ("-m", "generator", "inspect", *paths, "--format", "jsonl")
    said = _run(*command, pure=False)
    assert sum(len(json.loads(line)["quotes"]) for line in said.splitlines()) > len(paths)
    assert said == _run(*command, pure=True)
    weighed = ("-m", "generator", "inspect", *paths, "--format", "text")
    assert _run(*weighed, pure=False) == _run(*weighed, pure=True)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return sources with the compiled package of them where Python looks for it."""
    home = tmp_path / "generator" / "analyse"
    for name in ("analyse", "model", "knowledge"):
        (tmp_path / "generator" / name).mkdir(parents=True)
        (tmp_path / "generator" / name / "things.py").write_text("A = 1\n", encoding="utf-8")
    folder = tmp_path / "installed" / PACKAGE
    folder.mkdir(parents=True)
    (folder / "sources").write_text(digest(home), encoding="utf-8")
    (folder / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.delenv("GENERATOR_PURE", raising=False)
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    monkeypatch.syspath_prepend(str(folder.parent))
    return home


def test_what_is_compiled_of_these_sources_is_taken(made: Path) -> None:
    (folder,) = compiled(made)
    assert Path(folder).name == PACKAGE


@pytest.mark.parametrize("room", ["analyse", "model", "knowledge"])
def test_an_edit_is_never_passed_over(made: Path, room: str) -> None:
    (made.parent / room / "things.py").write_text("A = 2\n", encoding="utf-8")
    assert compiled(made) == []


def test_a_new_module_is_not_passed_over(made: Path) -> None:
    (made / "more.py").write_text("", encoding="utf-8")
    assert compiled(made) == []


def test_who_asks_for_what_is_written_gets_it(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENERATOR_PURE", "1")
    assert compiled(made) == []
