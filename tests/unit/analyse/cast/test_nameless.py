from __future__ import annotations

from generator.analyse.cast.members import NEVER, Identity
from generator.analyse.cast.nameless import LATELY, Nameless
from generator.analyse.name.names import Nominal, nominals
from generator.analyse.word.gender import FEMALE, MALE
from generator.analyse.word.tokens import tokens


def nominal(text: str) -> Nominal:
    return nominals(tokens(text, 0, len(text)))[-1]


def somebody(name: str, actor: str | None = None) -> Identity:
    return Identity(name, None, actor, None)


def test_they_are_several_and_it_is_one() -> None:
    kept = Nameless()
    kept.acted(nominal("Danish officials"), somebody("Danish officials", "denmark"), 1)
    kept.acted(nominal("Norway"), somebody("Norway", "norway"), 1)
    assert kept.they_or_it("they", None, 2) == somebody("Danish officials", "denmark")
    assert kept.they_or_it("it", None, 2) == somebody("Norway", "norway")
    assert kept.they_or_it("it", somebody("Spain", "spain"), 2) == somebody("Spain", "spain")
    assert kept.they_or_it("they", None, 2 + LATELY) is None


def test_two_who_act_together_are_they() -> None:
    kept = Nameless()
    kept.pair("Ada Berg and Otto Quell", 1)
    assert kept.they_or_it("they", None, 2) == somebody("Ada Berg and Otto Quell")


def test_he_is_one_without_a_name_unless_somebody_is_nearer() -> None:
    kept = Nameless()
    kept.acted(nominal("the farmer"), somebody("the farmer"), 1)
    assert kept.he_or_she(MALE, NEVER, 2) == somebody("the farmer")
    assert kept.he_or_she(MALE, 1.0, 2) is None
    assert kept.he_or_she(MALE, NEVER, 2 + LATELY) is None
    kept.spoke(somebody("the widow"), 2)
    assert kept.he_or_she(MALE, NEVER, 2) is None
    assert kept.he_or_she(FEMALE, NEVER, 2) == somebody("the widow")
