"""What is compiled does what the modules as they are written do, and only of the same sources."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import generator.engine.compiled as module
from generator.engine.compiled import PACKAGE, ROOMS, compiled, compiled_part, digest, modules
from tests.installed import lacking

HOME = Path(module.__file__).parent.parent
ROOT = HOME.parent
ASKED = {
    "analyse": "generator.analyse.word.tokens",
    "link": "generator.link.evidence",
}


def _run(*command: str, pure: bool) -> str:
    environment = {k: v for k, v in os.environ.items() if k != "GENERATOR_PURE"}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path), **({"GENERATOR_PURE": "1"} if pure else {})}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def _where(room: str, *, pure: bool) -> str:
    return _run("-c", f"import {ASKED[room]} as asked; print(asked.__file__)", pure=pure)


@pytest.fixture
def both() -> None:
    for room in ROOMS:
        if PACKAGE not in _where(room, pure=False):
            lacking(f"{room}/ is not compiled of these sources: install again where there is a C compiler")
        assert PACKAGE not in _where(room, pure=True)


@pytest.mark.usefixtures("both")
def test_both_find_the_same() -> None:
    paths = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "content" / "sources").iterdir() if p.is_file())
    command = ("-m", "generator", "inspect", *paths, "--format", "jsonl")
    said = _run(*command, pure=False)
    assert sum(len(json.loads(line)["quotes"]) for line in said.splitlines()) > len(paths)
    assert said == _run(*command, pure=True)
    weighed = ("-m", "generator", "inspect", *paths, "--format", "text")
    assert _run(*weighed, pure=False) == _run(*weighed, pure=True)


@pytest.mark.usefixtures("both")
def test_both_make_the_same_site(tmp_path: Path) -> None:
    sites = []
    for pure in (False, True):
        top = tmp_path / str(pure)
        _run("-m", "generator", "build", "--no-cache", "--output", str(top), pure=pure)
        sites.append({p.relative_to(top): p.read_bytes() for p in top.rglob("*") if p.is_file()})
    assert len(sites[0]) > 1
    assert sites[0] == sites[1]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return sources with the compiled package of one room of them where Python looks for it."""
    home = tmp_path / "generator"
    for name in ("link", "engine", "forms", "knowledge", "model"):
        (home / name).mkdir(parents=True)
        (home / name / "things.py").write_text("A = 1\n", encoding="utf-8")
    folder = tmp_path / "installed" / PACKAGE
    (folder / "link").mkdir(parents=True)
    (folder / "link" / "sources").write_text(digest("link", home), encoding="utf-8")
    (folder / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.delenv("GENERATOR_PURE", raising=False)
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    monkeypatch.syspath_prepend(str(folder.parent))
    return home


def test_what_is_compiled_of_these_sources_is_taken(made: Path) -> None:
    (folder,) = compiled("link", made)
    assert Path(folder).parts[-2:] == (PACKAGE, "link")


def test_a_room_that_is_not_compiled_is_run_as_it_is_written(made: Path) -> None:
    assert compiled("analyse", made) == []


@pytest.mark.parametrize("room", ["link", "engine", "forms", "knowledge", "model"])
def test_an_edit_is_never_passed_over(made: Path, room: str) -> None:
    (made / room / "things.py").write_text("A = 2\n", encoding="utf-8")
    assert compiled("link", made) == []


def test_a_new_module_is_not_passed_over(made: Path) -> None:
    (made / "link" / "more.py").write_text("", encoding="utf-8")
    assert compiled("link", made) == []


def test_who_asks_for_what_is_written_gets_it(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENERATOR_PURE", "1")
    assert compiled("link", made) == []


def test_a_package_takes_its_own_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_folders", lambda room: (f"place/{room}",))
    assert compiled_part("generator.link") == [str(Path("place/link"))]
    assert compiled_part("generator.analyse.word") == [str(Path("place/analyse/word"))]


@pytest.mark.parametrize("room", ROOMS)
def test_every_package_of_what_is_compiled_takes_it(room: str) -> None:
    for folder in {path.parent for path in modules(room)}:
        chooses = (folder / "__init__.py").read_text(encoding="utf-8")
        assert "__path__[:0] = compiled_part(__name__)" in chooses, folder


@pytest.mark.parametrize("room", ROOMS)
def test_what_asks_where_it_stands_is_left_as_it_is_written(room: str) -> None:
    assert [p.name for p in modules(room) if "__file__" in p.read_text(encoding="utf-8")] == []
