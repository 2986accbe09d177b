"""netlify.toml and the site's own _headers, read by Netlify's own parser, which comes from npm."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.publish.address.hosting import HEADERS, POLICY, SEARCH
from tests.installed import TOOLS, from_npm, program

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", params=["demonstration", "searched"])
def understood(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what Netlify makes of the repository once it is built."""
    from_npm("@netlify/config")
    repository = tmp_path_factory.mktemp("netlify")
    shutil.copy(ROOT / "netlify.toml", repository)
    shutil.copytree(request.getfixturevalue(request.param), repository / "site")
    command = [program("node"), str(TOOLS / "netlify.mjs"), str(repository)]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["build"]["publish"] == str(repository.resolve() / "site")
    return found


def test_what_is_built_is_what_readme_says(understood: dict[str, Any]) -> None:
    command = understood["build"]["command"]
    assert command.endswith("python -m generator build")
    assert "pip install" in command


def test_every_file_has_each_header_once_whichever_search_there_is(understood: dict[str, Any]) -> None:
    """Join the rules as Netlify does, by the path of each file: of two policies both would hold."""
    site = Path(understood["build"]["publish"])
    for file in (path for path in site.rglob("[!.]*") if path.is_file()):
        path = f"/{file.relative_to(site).as_posix()}"
        rules = [rule["values"] for rule in understood["headers"] if _meant(rule["for"], path)]
        told = [pair for values in rules for pair in values.items()]
        searches = path.startswith("/search/") and (site / "search" / "pagefind").is_dir()
        wanted = {**dict(HEADERS), **(SEARCH if searches else {})}
        # Where all words are searched, any path has the policy of that: the narrower beside it holds.
        assert dict(told) == wanted, path
        assert set(told) - set(wanted.items()) <= set(SEARCH.items()), path
        assert len({name for name, _ in told}) >= len(told) - 1, path


def test_what_is_not_there_has_a_policy_too(understood: dict[str, Any]) -> None:
    rules = [rule["values"] for rule in understood["headers"] if _meant(rule["for"], "/nothing/there")]
    assert [values["Content-Security-Policy"] in {POLICY, *SEARCH.values()} for values in rules] == [True]


def _meant(rule: str, path: str) -> bool:
    return path.startswith(rule.removesuffix("*")) if rule.endswith("*") else path == rule
