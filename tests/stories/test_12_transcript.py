"""A desk saves the transcript of a briefing beside the reports on it: what was said, and who took what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator import Options, build_site

if TYPE_CHECKING:
    from pathlib import Path

TRANSCRIPT = """Press briefing at the Ministry of Works

Minister Ada Berg and the harbour master, Ilse Marrow, took questions in Sunholm.

MS. BERG: We have looked at the dam for three weeks, and I can tell you that it is safe.

The engineers will stay until the end of the month. There will be no secrets about this dam, and I will put \
their report before the council.

QUESTION: Minister, why was the road closed at all?

MS. BERG: Because we did not know what we know now. Nobody closes a road for fun.

ILSE MARROW: If I may add, the harbour was never closed. Our ships sailed every day.
"""
PIER = """Road to open

“There will be no secrets about this dam,” said Ada Berg, the minister of works.
"""
QUAY = """No secrets, says minister

Ada Berg, the minister of works, said “nobody closes a road for fun”.

“Our ships sailed every day,” said Ilse Marrow.
"""
REPORTS = (("works", "Works Ministry", TRANSCRIPT), ("pier", "Pier Post", PIER), ("quay", "Quay Times", QUAY))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("transcript")
    sources = folder / "content" / "sources"
    sources.mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text("title: The dam\nbase_url: https://dam.example/\n", "utf-8")
    for name, outlet, text in REPORTS:
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
        (sources / f"{name}.yaml").write_text(f"outlet: {outlet}\npublished: 2024-05-14\n", encoding="utf-8")
    build_site(Options(folder / "content", folder / "site"))
    return folder / "site"


def clusters(site: Path) -> dict[str, list[str]]:
    found = json.loads((site / "data" / "clusters.json").read_text(encoding="utf-8"))
    return {c["id"]: [f"{m['outlet']} {m['relation']}" for m in c["members"]] for c in found}


def test_what_others_took_from_a_turn_is_one_statement_with_it(site: Path) -> None:
    assert sorted(clusters(site).values()) == [
        ["Works Ministry same"],
        ["Works Ministry same", "Pier Post fragment"],
        ["Works Ministry same", "Quay Times fragment"],
        ["Works Ministry same", "Quay Times fragment"],
    ]


def test_its_page_says_which_wording_is_from_a_transcript(site: Path) -> None:
    key = next(key for key in clusters(site) if key.startswith("the-engineers"))
    page = (site / "quotes" / key / "index.html").read_text(encoding="utf-8")
    wordings = page.split('class="relation">')[1:]
    assert ["from a transcript" in wording for wording in wordings] == [True, False]
    assert "MS. BERG" not in page


def test_the_page_of_the_transcript_marks_turns_and_no_question(site: Path) -> None:
    page = (site / "articles" / "works" / "index.html").read_text(encoding="utf-8")
    assert '<p>MS. BERG: <span class="q ' in page
    assert "<p>QUESTION: Minister, why was the road closed at all?</p>" in page
    assert ">from a transcript</span>" in page
    assert ">in quotation marks</span>" not in page


def test_a_question_is_nobodys_statement_on_any_page(site: Path) -> None:
    pages = [p for p in site.rglob("*.html") if "why was the road closed" in p.read_text(encoding="utf-8")]
    assert [p.relative_to(site).as_posix() for p in pages] == ["articles/works/index.html"]


def test_speakers_have_pages_with_what_they_said(site: Path) -> None:
    page = (site / "people" / "ada-berg" / "index.html").read_text(encoding="utf-8")
    assert all(words in page for words in ("that it is safe", "no secrets about this dam", "know now"))
    assert "harbour was never closed" in (site / "people" / "ilse-marrow" / "index.html").read_text("utf-8")
