from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.corpus import Member, Relation
from generator.model.findings import Form, Kind, Mention, Quote, Speaker
from generator.model.text import Span
from generator.publish.tally.ledger import open_ledger

if TYPE_CHECKING:
    from generator.model.corpus import Corpus
    from generator.model.settings import Settings

ADA = Speaker("Ada Fen", None, "ada-fen", "northland", 0.8, "that")


@pytest.mark.parametrize(
    ("told_by", "of"),
    [
        (("Ada Fen", "northland"), ("borvia",)),
        (("Bo Ek", "northland"), ("borvia",)),
        (("Bo Ek", None), ()),
        (("Bo Ek", "aldoria"), ()),
    ],
)
def test_who_tells_another_to_do_something_speaks_of_that_one(
    corpus: Corpus, settings: Settings, told_by: tuple[str, str | None], of: tuple[str, ...]
) -> None:
    """The words in marks do not name it; the reported speech of the same speaker around them does."""
    text = "Ada Fen told Borvia to stand back. Cartania was told so."
    around, within = (Span(text.index(w), text.index(" back.") + 5) for w in ("Borvia", "stand"))
    name, actor = told_by
    said = Quote("said", (within,), "stand back", Form.MIXED, ADA)
    told = Quote("told", (around,), text[around.start : around.end], Form.INDIRECT, said.speaker)
    told = replace(told, speaker=replace(ADA, name=name, actor=actor))
    places = ((text.index(each), each) for each in ("Borvia", "Cartania"))
    named = tuple(Mention(Span(at, at + 6), each, Kind.ACTOR, None, each.lower()) for at, each in places)
    article = replace(corpus.articles[0], text=text, quotes=(told, said), mentions=named, blocks=())
    member = Member(article.id, "said", Relation.SAME)
    cluster = replace(corpus.clusters[0], actor="northland", members=(member,))
    made = open_ledger(replace(corpus, articles=(article,), clusters=(cluster,)), settings)
    assert [s.spoken_of for s in made.statements] == [of]
