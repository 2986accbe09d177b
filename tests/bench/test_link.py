from __future__ import annotations

import gc

from generator.link.variants import clusters
from tests.bench.link import corpus, measure


def test_the_corpora_have_statements_that_several_reports_tell() -> None:
    made = clusters(corpus(300))
    assert sum(len(c.members) for c in made) == 300
    assert max(len(c.members) for c in made) > 5


def test_it_tells_what_linking_costs() -> None:
    line = measure(500)
    gc.enable()
    assert line.split()[:4] == ["500", "quotations", "of", "100"]
