"""llms.txt."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from generator.publish.guide import DATA, guide

if TYPE_CHECKING:
    from generator.publish.frame import Frame

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


def test_words_from_reports_are_no_markdown(frame: Frame) -> None:
    article = frame.ledger.corpus.articles[0]
    odd = replace(article, front=replace(article.front, title="[x](y) <b> *z*\n# w"))
    corpus = replace(frame.ledger.corpus, articles=(odd, *frame.ledger.corpus.articles[1:]))
    ledger = replace(frame.ledger, corpus=corpus)
    html = MarkdownIt("commonmark").render(guide(replace(frame, ledger=ledger), BASE))
    assert "[x](y) &lt;b&gt; *z* # w</a>" in html
