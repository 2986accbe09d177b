"""What pages give to programs that keep references, held to the fields that CSL-JSON has."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

HERE = Path(__file__).parent
ROWS = [line.split("\t") for line in (HERE / "csl.tsv").read_text().splitlines() if line and line[0] != "#"]
FIELDS = dict(ROWS)


@pytest.fixture(scope="module", params=["demonstration", "nasty"])
def cited(request: pytest.FixtureRequest) -> dict[str, list[dict[str, Any]]]:
    """Return by page what it gives to be kept."""
    site: Path = request.getfixturevalue(request.param)
    found = {}
    for path in [*site.glob("articles/*/index.html"), *site.glob("quotes/*/index.html")]:
        page = html.document_fromstring(path.read_bytes())
        if not page.xpath("//meta[@http-equiv='refresh']"):
            (text,) = page.xpath("//section[@class='cite']//pre/text()")
            found[path.relative_to(site).as_posix()] = json.loads(text)
    return found


def _fault(form: str, value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    if form == "names":
        return not value or any(set(name) not in ({"literal"}, {"family", "given"}) for name in value)
    if form == "day":
        (parts,) = value["date-parts"]
        return set(value) != {"date-parts"} or not 0 < len(parts) <= 3 or min(parts) < 1
    if form in {"text", "address"}:
        return not re.fullmatch(r"\S.*" if form == "text" else r"https?://\S+", value, re.DOTALL)
    return bool(value != form)


def test_each_page_of_a_report_and_a_statement_is_to_be_cited(cited: dict[str, list[dict[str, Any]]]) -> None:
    assert {path.split("/")[0] for path in cited} == {"articles", "quotes"}
    assert {path: items for path, items in cited.items() if not items} == {}
    assert all(len(items) == 1 for path, items in cited.items() if path.startswith("articles/"))


def test_no_field_and_no_value_is_other_than_csl_has_it(cited: dict[str, list[dict[str, Any]]]) -> None:
    for path, items in cited.items():
        for item in items:
            assert {"id", "type"} <= set(item) <= set(FIELDS), path
            assert [(path, name) for name, value in item.items() if _fault(FIELDS[name], value)] == []
        ids = [item["id"] for item in items]
        assert len(ids) == len(set(ids)), path


def test_the_words_stand_with_the_report_that_has_them(cited: dict[str, list[dict[str, Any]]]) -> None:
    for path, items in cited.items():
        assert all(("note" in item) is path.startswith("quotes/") for item in items), path
