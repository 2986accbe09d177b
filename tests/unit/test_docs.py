"""README under test: what it names exists, what exists it names, and what it says to run runs."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.forms.schema import FORMS
from generator.model.codes import CODES

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| (.+) \|$", re.MULTILINE)
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_COMMAND = re.compile(r"^    ([a-z]+)  ", re.MULTILINE)

# What a package is called where it is imported, if not by its own name.
_IMPORTED_AS = {
    "python-bidi": "bidi",
    "beautifulsoup4": "bs4",
    "fonttools": "fontTools",
    "markdown-it-py": "markdown_it",
    "mdit-py-plugins": "mdit_py_plugins",
    "pagefind": "pagefind_bin",
    "pillow": "PIL",
    "pyyaml": "yaml",
}
_NOT_IMPORTED = {"brotli", "lxml_html_clean", "tzdata"}  # fontTools, trafilatura, zoneinfo need them


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of README; ``mark`` is what stands behind its language."""

    language: str
    mark: str
    text: str


BLOCKS = tuple(Block(*found) for found in _BLOCK.findall(README))


def _section(title: str) -> str:
    """Return what stands below a heading, down to the next of its kind or higher."""
    found = re.search(rf"^(#+) {re.escape(title)}\n", README, re.MULTILINE)
    assert found is not None, title
    rest = README[found.end() :]
    end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def _rows(section: str) -> list[list[str]]:
    """Return the cells of every table row of a section, without code marks; a pipe may stand as ``\\|``."""
    rows = [re.split(r" (?<!\\)\| ", row) for row in _ROW.findall(_section(section))]
    return [[cell.replace("`", "").replace("\\|", "|").strip() for cell in row] for row in rows]


def _marked(mark: str) -> str:
    (block,) = (block for block in BLOCKS if block.mark == mark)
    return block.text.strip()


@cache
def _help(*command: str) -> str:
    from contextlib import redirect_stdout  # noqa: PLC0415 - beside its use
    from io import StringIO  # noqa: PLC0415 - the same

    out = StringIO()
    with redirect_stdout(out), pytest.raises(SystemExit):
        main([*command, "--help"])
    return out.getvalue()


def _commands() -> list[str]:
    return _COMMAND.findall(_help())


def test_every_command_is_named_and_no_other() -> None:
    rows = _rows("Commands")
    named = [row[0] for row in rows[1 : len(_commands()) + 1]]
    assert sorted(named) == sorted(_commands())


@pytest.mark.parametrize("command", _commands())
def test_every_option_is_named_beside_its_command_and_no_other(command: str) -> None:
    options = set(_OPTION.findall(_help(command).partition("\nExample:")[0])) - {"--help"}
    named = {
        _OPTION.findall(row[0])[0]
        for row in _rows("Commands")
        if row[0].startswith("--") and command in row[1].split(", ")
    }
    assert named == options


def test_every_form_has_its_schema_named() -> None:
    for form in FORMS:
        assert f"`{form}`" in README or f"schema {form}" in README


def test_every_diagnostic_is_told_in_the_words_of_the_code() -> None:
    assert {row[0]: row[1] for row in _rows("Diagnostics")[1:]} == {
        code: meaning.replace("`", "") for code, meaning in CODES.items()
    }


def test_every_folder_of_content_is_named() -> None:
    named = {row[0].rstrip("/") for row in _rows("The folder content/")}
    assert {path.name for path in (ROOT / "content").iterdir()} <= named


def test_every_room_of_the_house_is_named_and_no_other() -> None:
    named = {name.rstrip("/") for row in _rows("How it is built") for name in row[0].split(", ")}
    rooms = {
        path.name
        for path in (ROOT / "generator").iterdir()
        if path.name not in {"__init__.py", "__main__.py", "__pycache__", "build.py", "py.typed"}
    }
    assert rooms <= named


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~!;]", requirement)[0] for requirement in requirements}


def test_every_dependency_is_explained_and_no_other() -> None:
    explained = {row[0] for row in _rows("Why each dependency") if row[0] != "Package"}
    assert explained == _names(PROJECT["dependencies"])


def test_every_tool_is_explained() -> None:
    extras = PROJECT["optional-dependencies"]
    named = set(re.findall(r"`([a-z0-9-]+)`", _section("Why each dependency").rpartition("|\n")[2]))
    assert named == _names([each for extra in extras.values() for each in extra]) - {PROJECT["name"]}


def test_every_dependency_is_imported_and_no_other() -> None:
    imported = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                imported.add(str(node.module).partition(".")[0])
    extras = PROJECT["optional-dependencies"]
    used = [name for extra in ("archive", "cards", "pdf", "search", "serve") for name in extras[extra]]
    needed = _names([*PROJECT["dependencies"], *used]) - _NOT_IMPORTED
    assert imported - sys.stdlib_module_names - {"generator"} == {_IMPORTED_AS.get(n, n) for n in needed}


def test_the_links_lead_somewhere() -> None:
    headings = re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert target.startswith("https://") or target.lstrip("#") in anchors or (ROOT / target).exists()


def test_each_of_the_two_commands_is_one_line() -> None:
    assert "\n" not in _marked("build") + _marked("test")
    assert _marked("build").endswith("-m generator build")
    assert _marked("test").endswith("-m pytest")


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Do what README says, in its order, and return the briefing that comes of it."""
    if not shutil.which("bash"):
        pytest.skip("there is no bash to run README's lines with")
    place = tmp_path_factory.mktemp("readme")
    (place / "bin").mkdir()
    (place / "bin" / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (place / "bin" / "python").chmod(0o755)
    here = place
    for block in BLOCKS:
        if block.language == "sh" and block.mark == "run":
            here = Path(_run(["bash", "-euc", f"{block.text}pwd"], place, here).splitlines()[-1])
        elif block.language == "python":
            _run(["python", "-c", block.text], place, here)
        elif block.mark.startswith("content/"):
            _put(here / block.mark, block.text)
    _run(["python", "-m", "generator", "build"], place, here)  # with what stands below the last command
    return here


def _run(command: list[str], place: Path, here: Path) -> str:
    path = f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=here, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning[" not in done.stderr
    return done.stdout


def _put(path: Path, text: str) -> None:
    """Write a file, or add to the head of an article that is there."""
    if path.exists():
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        text = f"---\n{head}{text}---\n{body}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_walk_ends_with_a_site(walk: Path) -> None:
    assert (walk / "site" / "index.html").is_file()
    assert (walk / "site" / "articles" / "pier-post" / "index.html").is_file()


def test_the_walk_joins_two_outlets(walk: Path) -> None:
    pages = [p.read_text(encoding="utf-8") for p in (walk / "site" / "quotes").glob("*/index.html")]
    both = [page for page in pages if "Harbour Gazette</" in page and "Pier Post</" in page]
    assert any("three days more" in page for page in both)


def test_the_correction_of_the_walk_prevails(walk: Path) -> None:
    quotes = (walk / "site" / "data" / "quotes.json").read_text(encoding="utf-8")
    (row,) = (line for line in quotes.splitlines() if "seen no paper at all" in line)
    assert '"speaker": "Bo Ek"' in row
    assert '"actor": "coastal-union"' in row


def test_the_note_and_the_template_of_the_walk_are_shown(walk: Path) -> None:
    page = (walk / "site" / "articles" / "pier-post" / "index.html").read_text(encoding="utf-8")
    assert "had waited for three weeks" in page
    assert "Write to the desk." in page
    assert "Sign up for our free newsletter" in page  # among what was left out
