"""What every page says of itself in the words of schema.org: read as JSON-LD, held to what schema.org has."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from lxml import html
from pyld import jsonld

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
VOCABULARY: dict[str, dict[str, str | list[str]]] = yaml.safe_load((HERE / "schema_org.yaml").read_text())
FORMS = {
    "text": re.compile(r"\S.*", re.DOTALL),
    "address": re.compile(r"https?://\S+"),
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "number": re.compile(r"\d+"),
}


def _context(url: str, options: object) -> dict[str, Any]:  # noqa: ARG001 - as pyld calls it
    """Stand in for the context that schema.org serves: every word is one of its own."""
    assert url == "https://schema.org"
    document = {"@context": {"@vocab": "http://schema.org/"}}
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": document,
    }


@pytest.fixture(scope="module", params=["demonstration", "nasty"])
def things(request: pytest.FixtureRequest) -> dict[str, dict[str, Any]]:
    """Return by page what it says."""
    site: Path = request.getfixturevalue(request.param)
    found = {}
    for path in sorted(site.rglob("*.html")):
        texts = html.document_fromstring(path.read_bytes()).xpath(
            "//script[@type='application/ld+json']/text()"
        )
        leads_on = "http-equiv" in path.read_text(encoding="utf-8")
        if texts or not (leads_on or path.name == "404.html"):
            (text,) = texts
            found[path.relative_to(site).as_posix()] = json.loads(text)
    return found


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _nodes(inner)


def test_it_expands_with_nothing_lost(things: dict[str, dict[str, Any]]) -> None:
    for path, thing in things.items():
        (expanded,) = jsonld.expand(thing, {"documentLoader": _context, "base": "https://x.example/"})
        said = Counter(name for node in _nodes(thing) for name in node if not name.startswith("@"))
        kept = Counter(
            name.removeprefix("http://schema.org/")
            for node in _nodes(expanded)
            for name in node
            if not name.startswith("@")
        )
        assert said == kept, path


def test_every_word_is_one_of_schema_org_in_its_place(things: dict[str, dict[str, Any]]) -> None:
    for path, thing in things.items():
        for node in _nodes(thing):
            properties = VOCABULARY[node["@type"]]
            for name, value in node.items():
                if not name.startswith("@"):
                    for one in value if isinstance(value, list) else [value]:
                        _hold(one, properties[name], f"{path}: {node['@type']}.{name}")


def _hold(value: object, form: str | list[str], place: str) -> None:
    if isinstance(form, list):
        assert isinstance(value, dict), place
        assert value["@type"] in form, place
    else:
        assert FORMS[form].fullmatch(str(value)), f"{place}: {value!r}"


def test_each_kind_of_page_is_about_what_it_shows(things: dict[str, dict[str, Any]]) -> None:
    kinds = {
        path.split("/")[0]: thing.get("mainEntity", {}).get("@type", "") for path, thing in things.items()
    }
    assert kinds.items() >= {
        ("quotes", "Quotation"),
        ("people", "Person"),
        ("actors", "Organization"),
        ("outlets", "NewsMediaOrganization"),
        ("timeline", ""),
    }
    assert any(t.get("mainEntity", {}).get("@type") == "NewsArticle" for t in things.values())
