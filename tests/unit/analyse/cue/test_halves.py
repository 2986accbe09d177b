from __future__ import annotations

import pytest

from generator.analyse.cue.halves import is_half
from generator.analyse.cue.passages import passages
from tests.texts import clean_text


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("“The nets,” Ada Berg said, “are torn.”", True),
        ("“The nets,” said Ada Berg, who mends them and was there, “are torn.”", True),
        ("“The nets,” Ada Berg said of Oslo and Rome, “are torn.”", True),
        ("“The nets” – Ada Berg said – “are torn.”", True),
        ("“The nets,” Ada Berg said, “Are torn.”", True),
        ("“The nets,” Ada Berg said on Sunday, “Are torn.”", False),  # another sentence
        ("“The nets are torn.” Ada Berg said “we mend them”.", False),
        ("“The nets,” Ada Berg said: “are torn.”", False),
        ("“The nets,” Ada Berg said, but they were, “are torn.”", False),
        ("“The nets,” and Ada Berg said, “are torn.”", False),
        ("“The nets,” Ada Berg said, adding, “are torn.”", False),
        ("“The nets,” in the harbour, “are torn.”", False),
        ("“The nets”, “are torn”, Ada Berg said.", False),
    ],
)
def test_halves(text: str, *, half: bool) -> None:
    (passage,) = passages(clean_text(text))
    clause = passage.sentences[0].clause
    assert is_half(clause, len(clause.quotes) - 1) is half


def test_the_first_is_no_half() -> None:
    (passage,) = passages(clean_text("“The nets,” Ada Berg said, “are torn.”"))
    assert not is_half(passage.sentences[0].clause, 0)
