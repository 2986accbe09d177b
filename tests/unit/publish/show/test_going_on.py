from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generator.model.article import FrontMatter
from generator.model.corpus import Corpus, Member, QuoteCluster, Relation
from generator.model.findings import Form
from generator.publish.show.going_on import goes_on
from generator.publish.tally.ledger import open_ledger
from tests.unit.publish.conftest import ANNA, Draft

if TYPE_CHECKING:
    from generator.model.settings import Settings
    from generator.publish.tally.ledger import Ledger

CARRIED = replace(ANNA, rule="carried on")


def opened(settings: Settings, text: str, rule: str = "carried on", form: Form = Form.DIRECT) -> Ledger:
    """Open a report in which “We sail” and “No fog” are quoted, each a statement of its own."""
    draft = Draft("d4", FrontMatter(), tuple(text.split("\n")))
    draft.say("q1", "We sail", ANNA).say("q2", "No fog", replace(ANNA, rule=rule), form)
    same = Relation.SAME
    made = (
        QuoteCluster(f"c-{key}", key, "Anna Arden", "anna-arden", None, (Member("d4", f"d4-{key}", same),))
        for key in ("q1", "q2")
    )
    return open_ledger(Corpus((draft.article(),), (), (), (), tuple(made), (), ()), settings)


def test_who_speaks_on_after_a_cue_goes_on(settings: Settings) -> None:
    ledger = opened(settings, "“We sail,” Arden told a paper. “No fog.”")
    first, second = ledger.shown["d4"]
    assert goes_on(ledger, first) is second
    assert goes_on(ledger, second) is None


@pytest.mark.parametrize(
    "text",
    [
        "“We sail,” Arden said.\n“No fog.”",
        "“We sail,” Arden said. The ferries lay idle. “No fog.”",
        "“We sail” and “No fog.”",
    ],
)
def test_another_paragraph_or_sentence_between_is_no_going_on(settings: Settings, text: str) -> None:
    ledger = opened(settings, text)
    assert goes_on(ledger, ledger.shown["d4"][0]) is None


def test_neither_are_words_with_a_cue_of_their_own_nor_reported_speech(settings: Settings) -> None:
    text = "“We sail,” Arden said. “No fog.”"
    for ledger in (opened(settings, text, "quote-cue"), opened(settings, text, form=Form.INDIRECT)):
        assert goes_on(ledger, ledger.shown["d4"][0]) is None


def test_two_wordings_of_one_statement_stand_side_by_side_as_it_is(settings: Settings) -> None:
    ledger = opened(settings, "“We sail,” Arden said. “No fog.”")
    first, _ = ledger.shown["d4"]
    own = ledger.statement_of["d4-q1"]
    one = replace(ledger, statement_of={"d4-q1": own, "d4-q2": own})
    assert goes_on(one, first) is None
