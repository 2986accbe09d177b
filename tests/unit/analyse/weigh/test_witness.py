from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.analyse.article import analyse
from generator.analyse.weigh.attribution import DOUBT, LIKELY, Court
from generator.analyse.weigh.witness import BEST, Hearing, Witness
from generator.model.article import Media, RawDocument
from tests.texts import clean_text

if TYPE_CHECKING:
    from generator.analyse.cast.cast import Cast

TWO = "Ada Fen met Tomas Quell. “It rains,” Fen said. “It pours,” he went on."


def heard(text: str) -> list[Hearing]:
    witnesses: list[Witness] = []

    def judge(cast: Cast) -> Court:
        witnesses.append(Witness(cast))
        return witnesses[-1]

    document = RawDocument(text, Media.TEXT, "abc123")
    assert analyse(clean_text(text), document, judge) == analyse(clean_text(text), document)
    return witnesses[0].hearings


def test_every_quotation_in_marks_is_heard_in_order() -> None:
    hearings = heard(TWO)
    assert [h.span.of(TWO) for h in hearings] == ["It rains,", "It pours,"]


def test_the_chosen_and_the_runner_up_are_told_with_what_their_signs_weigh() -> None:
    first = heard(TWO)[0]
    assert first.chosen
    assert first.rival
    assert (first.who, first.chosen.name, first.chosen.words, first.chosen.cue) == (
        *("Ada Fen", "Ada Fen"),
        *("Fen", "said"),
    )
    assert first.rival.name == "Tomas Quell"
    assert first.chosen.odds > LIKELY > first.rival.odds
    assert first.chosen.weights["rule=quote-cue"] > 0
    assert "rule=quote-cue" not in first.rival.weights


def test_odds_are_among_all_who_may_have_said_it() -> None:
    for hearing in heard(TWO):
        assert len(hearing.standing) <= BEST
        assert sum(s.odds for s in hearing.standing) + hearing.unnamed == pytest.approx(1.0, abs=0.01)
        assert [s.odds for s in hearing.standing] == sorted((s.odds for s in hearing.standing), reverse=True)


def test_the_mentions_of_one_person_are_one() -> None:
    (hearing,) = heard("Ada Fen, the mayor, spoke. Fen stood up. “It rains,” she said.")
    assert [s.name for s in hearing.standing].count("Ada Fen") == 1


def test_marks_that_are_nobodys() -> None:
    (hearing,) = heard("The so-called “night market” was shut. Ada Fen wept.")
    assert hearing.chosen is None
    assert hearing.nobody > DOUBT
    assert hearing.why_nobody["nobody,naming=so-called"] > 0


def test_patterns_alone_decide_in_a_headline() -> None:
    (hearing,) = heard("### Fen: “It rains”\n\nAda Fen spoke.")
    assert (hearing.who, hearing.standing, hearing.chosen, hearing.rival) == ("Ada Fen", (), None, None)


def test_without_anybody_near_nobody_stands() -> None:
    (hearing,) = heard("“It rains all day long on the old weir.”")
    assert (hearing.who, hearing.standing) == (None, ())
    assert hearing.unnamed == pytest.approx(1.0)
