"""netlify.toml and the site's own _headers, read by Netlify's own parser.

It comes from npm (``npm ci --prefix tests/hosts``). Without it the test is skipped and says so; where ``CI``
is set that is a failure.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.publish.feeds import HEADERS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@pytest.fixture(scope="module")
def understood(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what Netlify makes of the repository once it is built."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules").is_dir():
        message = "Netlify's parser is not installed: npm ci --prefix tests/hosts"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    repository = tmp_path_factory.mktemp("netlify")
    shutil.copy(ROOT / "netlify.toml", repository)
    shutil.copytree(demonstration, repository / "site")
    done = subprocess.run(
        [node, HERE / "netlify.mjs", repository], check=True, capture_output=True, encoding="utf-8"
    )
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
