"""llms.txt."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from generator.publish.show.frame import Frame
from generator.publish.syndicate.guide import DATA, guide

LINE = re.compile(r"- \[(?:[^\]\\]|\\.)+\]\(https://[^\s()]+\)(?:: .+)?")
BASE = "https://briefing.example/crisis/"


def test_it_names_the_briefing_and_leads_to_every_report_actor_and_data_file(frame: Frame) -> None:
    text = guide(frame, BASE)
    assert text.startswith("# ")
    leads = re.findall(r"\]\(([^)]*)\)", text)
    assert all(lead.startswith(BASE) for lead in leads)
    for article in frame.ledger.corpus.articles:
        assert f"{BASE}articles/{article.id}/" in leads
    for actor in frame.ledger.corpus.actors:
        assert f"{BASE}actors/{actor.id}/" in leads
    assert sum("/data/" in lead for lead in leads) == len(DATA)


def test_it_leads_to_whatever_else_there_is_to_read(frame: Frame) -> None:
    leads = set(re.findall(r"\]\(([^)]*)\)", guide(frame, BASE)))
    wanted = (
        *("dossier/", "actors/aldoria/dossier/", "timeline/", "timeline/2026-03-10/", "search/", "about/"),
        *("corrections/", "corrections/feed.xml", "notes/", "notes/feed.xml", "feed.xml", "feed.json"),
        "pages/terms/",
    )
    assert {f"{BASE}{path}" for path in wanted} <= leads
    assert f"{BASE}actors/cartania/dossier/" not in leads  # it is not heard
    assert not any(lead.endswith(".pdf") for lead in leads)
    bare = replace(frame.ledger, corpus=replace(frame.ledger.corpus, notes=()))
    assert "notes/" not in guide(Frame(bare, frame.gathered), BASE)


def test_it_leads_to_the_files_of_dossiers_where_they_are_made(frame: Frame) -> None:
    text = guide(replace(frame, beside=replace(frame.beside, pdf=True)), BASE)
    assert f"- [The accord: dossier, PDF]({BASE}dossier/the-accord.pdf)" in text


def test_it_has_the_form_of_llms_txt(frame: Frame) -> None:
    """Hold its parts as llmstxt.org has them: a heading, a summary, details, then lists of links."""
    head, *sections = guide(frame, BASE).split("\n## ")
    assert re.fullmatch(r"# [^\n]+\n\n> [^\n]+\n\n(?:[^\n#>-][^\n]*\n)+", head)
    assert sections
    for section in sections:
        title, empty, *rows = section.rstrip("\n").split("\n")
        assert title
        assert empty == ""
        assert rows
        assert all(LINE.fullmatch(row) for row in rows)


def test_words_from_reports_are_no_markdown(frame: Frame) -> None:
    article = frame.ledger.corpus.articles[0]
    odd = replace(article, front=replace(article.front, title="[x](y) <b> *z*\n# w"))
    corpus = replace(frame.ledger.corpus, articles=(odd, *frame.ledger.corpus.articles[1:]))
    ledger = replace(frame.ledger, corpus=corpus)
    html = MarkdownIt("commonmark").render(guide(replace(frame, ledger=ledger), BASE))
    assert "[x](y) &lt;b&gt; *z* # w</a>" in html
