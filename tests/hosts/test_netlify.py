"""netlify.toml and the site's own _headers, read by Netlify's own parser, which comes from npm."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.publish.address.hosting import HEADERS
from tests.installed import TOOLS, from_npm, program

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def understood(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what Netlify makes of the repository once it is built."""
    from_npm("@netlify/config")
    repository = tmp_path_factory.mktemp("netlify")
    shutil.copy(ROOT / "netlify.toml", repository)
    shutil.copytree(demonstration, repository / "site")
    command = [program("node"), str(TOOLS / "netlify.mjs"), str(repository)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["build"]["publish"] == str(repository.resolve() / "site")
    return found


def test_what_is_built_is_what_readme_says(understood: dict[str, Any]) -> None:
    command = understood["build"]["command"]
    assert command.endswith("python -m generator build")
    assert "pip install" in command


def test_both_files_send_the_same_headers(understood: dict[str, Any]) -> None:
    everywhere = [rule for rule in understood["headers"] if rule["for"] == "/*"]
    assert everywhere
    assert all(rule["values"] == dict(HEADERS) for rule in everywhere)
