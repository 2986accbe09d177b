from __future__ import annotations

import pytest

from generator.ingest.page.page import read_page
from generator.model.article import Media, RawDocument
from generator.model.settings import ReadSettings

P = "<p>The pilots of Sunholm have refused to work at night since a tug was sunk there in March.</p>"
Q = "<p>Nobody in the town could say on Tuesday when the ferry to the island would run again.</p>"
SLOGAN = "<p>Mornings begin on the quay.</p>"
PLEA = "<p>Five stories of the island in your inbox each day, free of charge.</p>"
BUTTON = "<p><a href='/letter'>Send it to me</a></p>"


def rule_of(box: str, words: str) -> str | None:
    html = f"<title>Pilots refuse</title><body><article>{P}{Q}{box}{Q}{P}{Q}</article>"
    found = read_page(RawDocument(html, Media.HTML, "seed"), ReadSettings())
    (rule,) = [b.rule for b in found.blocks if b.span.of(found.text).startswith(words)]
    return rule


def test_a_slogan_goes_with_the_plea_of_its_box() -> None:
    assert rule_of(f"<div>{SLOGAN}{PLEA}{BUTTON}</div>", "Mornings") == "newsletter"


@pytest.mark.parametrize(
    ("box", "words"),
    [
        (f"{SLOGAN}{PLEA}{BUTTON}", "Mornings"),  # no box: it stands among the paragraphs
        (f"<div>{SLOGAN}{PLEA}</div>", "Mornings"),  # one against one
        (f"<div>{SLOGAN}<p>Advertisement</p><p>Share this article</p></div>", "Mornings"),  # no plea
        (f"<div>{P.replace('The', 'All')}{PLEA}{BUTTON}</div>", "All pilots"),  # a sentence of the story
        (f"<div><p>“Mornings are cold,” said Ilse Marrow.</p>{PLEA}{BUTTON}</div>", "“Mornings"),
    ],
)
def test_what_may_be_of_the_story_stays(box: str, words: str) -> None:
    assert rule_of(box, words) is None
