"""What may import what, and what a command drags in."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODEL = sorted((ROOT / "generator" / "model").glob("*.py"))
HEAVY = {
    *("bs4", "concurrent", "dask", "distributed", "hypothesis", "jinja2", "lxml", "markdown_it"),
    *(
        "mdit_py_plugins",
        "msgspec",
        "multiprocessing",
        "nh3",
        "pytest",
        "rapidfuzz",
        "sqlite3",
        "tqdm",
        "yaml",
    ),
}


def _python(code: str, *arguments: str, cwd: Path = ROOT) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _loaded(code: str, *arguments: str, cwd: Path = ROOT) -> set[str]:
    """Return which heavy packages running ``code`` imports."""
    around = f"import sys\nbefore = set(sys.modules)\n{code}\nprint(*set(sys.modules) - before)"
    last = _python(around, *arguments, cwd=cwd).splitlines()[-1]
    return {name.partition(".")[0] for name in last.split()} & HEAVY


def test_the_contracts_are_kept() -> None:
    said = _python(
        "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    )
    assert "0 broken" in said


@pytest.mark.parametrize("path", MODEL, ids=lambda path: path.name)
def test_the_model_stands_on_the_standard_library(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names = [node.module or ""]
        for name in names:
            assert name.startswith("generator.model.") or name.partition(".")[0] in sys.stdlib_module_names


def test_the_package_is_light() -> None:
    assert _loaded("import generator") == set()


def test_the_command_line_is_light() -> None:
    assert _loaded("import generator.cli") == set()


def test_help_is_light() -> None:
    code = "import generator.cli\ntry: generator.cli.main(['build', '--help'])\nexcept SystemExit: pass"
    assert _loaded(code) == set()


@pytest.mark.parametrize(
    ("module", "needed"),
    [
        ("init", {"yaml"}),
        ("schema", {"yaml"}),
        ("build", {"msgspec", "sqlite3"}),
    ],
)
def test_a_command_is_light_before_it_has_work(module: str, needed: set[str]) -> None:
    assert _loaded(f"import generator.commands.{module}") <= needed


def test_a_build_with_nothing_to_do_loads_only_the_store(tmp_path: Path) -> None:
    build = "import generator.cli\nassert generator.cli.main(['build']) == 0"
    _python("import generator.cli; generator.cli.main(['init', '.'])", cwd=tmp_path)
    for path in tmp_path.rglob("*"):
        os.utime(path, ns=(10**18, 10**18))  # long settled
    _python(build, cwd=tmp_path)
    assert "Nothing has changed" in _python(build, cwd=tmp_path)
    assert _loaded(build, cwd=tmp_path) <= {"msgspec", "sqlite3"}
