from __future__ import annotations

from generator.knowledge.spelling import words
from generator.link.wording import weigh


def test_rare_words_weigh_most() -> None:
    assert weigh(words("the place lighthouse")) == (2, 5, 10)
    assert weigh(words("organization")) == weigh(words("organisation"))
