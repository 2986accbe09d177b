from __future__ import annotations

from itertools import islice

from tests.bench.analyse import Writer, measure
from tests.texts import read


def test_the_articles_have_quotations_whose_speakers_are_found() -> None:
    texts = list(islice(Writer().articles(), 20))
    assert texts == list(islice(Writer().articles(), 20))
    quotes = [q for text in texts for q in read(text).quotes]
    assert len(quotes) > 100
    assert sum(q.speaker is not None for q in quotes) > len(quotes) / 2


def test_it_tells_what_reading_costs() -> None:
    first, second = measure((3, 5))
    assert first.split()[:2] == ["3", "articles,"]
    assert second.endswith(" MB at most")
