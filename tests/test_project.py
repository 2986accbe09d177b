"""What surrounds the code: the line that runs the tests, the host's settings, the wheel."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import generator
from generator.publish.address.hosting import POLICY

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NETLIFY: dict[str, Any] = tomllib.loads((ROOT / "netlify.toml").read_text(encoding="utf-8"))


def test_ci_calls_the_line_of_readme_last() -> None:
    (line,) = re.findall(r"^```sh test\n(.+)\n```$", README, re.MULTILINE)
    ci = ROOT / ".ci" / "run"
    assert ci.read_text(encoding="utf-8").rstrip().splitlines()[-1] == line
    assert os.name == "nt" or os.access(ci, os.X_OK)


def test_the_host_has_no_headers_beside_those_of_the_site() -> None:
    assert "headers" not in NETLIFY


def test_the_policy_lets_nothing_in_from_the_page_itself() -> None:
    assert "unsafe" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_the_host_builds_what_it_publishes() -> None:
    assert NETLIFY["build"]["publish"] == "site"
    assert NETLIFY["build"]["command"].endswith("python -m generator build")
    version = NETLIFY["build"]["environment"]["PYTHON_VERSION"]
    assert f"Programming Language :: Python :: {version}" in PROJECT["project"]["classifiers"]


def test_one_version_is_told_everywhere() -> None:
    assert PROJECT["project"]["version"] == generator.__version__
    assert f"## [{generator.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, as pip does, from the checkout; without what is compiled, which takes a minute."""
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    _run("hatchling", "build", "--target", "wheel", "--directory", str(folder))
    (built,) = folder.glob("*.whl")
    return built


def _run(*command: str, cwd: Path = ROOT, path: Path = ROOT) -> str:
    environment = {**os.environ, "PYTHONPATH": str(path), "GENERATOR_PURE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _kept(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_and_the_themes(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"generator/{name}" for name in _kept(ROOT / "generator")}
    wanted |= {f"generator/themes/{name}" for name in _kept(ROOT / "themes")}
    assert {name for name in held if ".dist-info/" not in name} == wanted
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in held)


def test_the_wheel_makes_a_briefing_by_itself(wheel: Path, tmp_path: Path) -> None:
    package = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(package)
    _run("generator", "init", "mine", cwd=tmp_path, path=package)
    said = _run("generator", "build", cwd=tmp_path / "mine", path=package)
    assert "1 report" in said
    assert (tmp_path / "mine" / "site" / "static" / "site.css").is_file()
