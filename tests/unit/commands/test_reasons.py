from __future__ import annotations

from generator.analyse.weigh.witness import Standing
from generator.commands.reasons import (
    Reason,
    comparison,
    nobodys,
    reported,
    sign_words,
    speaking,
    told,
)
from generator.knowledge.tables import rows

ADA = {"rule=quote-cue": 2.0, "own=quote-cue": 1.5, "own=quote-cue,say": 0.5, "back1": -0.2}
BO = {"cueless,L3": -1.0, "back1": -0.8, "sort=person-full,L": 1.2}


def standing(name: str, weights: dict[str, float], cue: str | None = None) -> Standing:
    return Standing(name, name, 0.5, weights, cue)


def test_every_sign_that_weighs_is_told_in_words() -> None:
    assert [sign for sign, _ in rows("signs") if not told(sign)[0]] == []


def test_every_row_of_words_tells_a_sign_or_a_rule() -> None:
    signs = [sign for sign, _ in rows("signs")]
    first = {next((i for i, (p, *_) in enumerate(sign_words()) if p.fullmatch(s)), -1) for s in signs}
    idle = [p.pattern for i, (p, *_) in enumerate(sign_words()) if i not in first]
    assert [p for p in idle if not p.startswith("reported=") and p != "rule=headline"] == []


def test_what_tells_one_from_the_other_is_added_up_by_group() -> None:
    good, bad, though = comparison(standing("Ada", ADA, "said"), standing("Bo", BO))
    assert [str(r) for r in good] == [
        "subject of “said” right behind the words +3.0",
        "pattern “words, said X” +2.0",
    ]
    assert [str(r) for r in bad] == ["in the sentence before −0.6"]
    assert [str(r) for r in though] == ["named in full +1.2"]


def test_what_speaks_against_somebody() -> None:
    assert [str(r) for r in speaking(standing("Bo", BO), -1)] == [
        "subject of no verb of speech −1.0",
        "in the sentence before −0.8",
    ]
    assert speaking(standing("Bo", BO), 1) == [Reason("named in full", 1.2)]


def test_why_marks_are_nobodys() -> None:
    weights = {
        "nobody": -1.0,
        "nobody,naming=so-called": 2.0,
        "nobody,1,cueless": 0.5,
        "nobody,before=a": 0.1,
    }
    assert [r.words for r in nobodys(weights)] == [
        "a word of naming leads to the marks",
        "a few words, and no verb of speech",
    ]


def test_what_is_not_known_tells_nothing() -> None:
    assert told("a sign of tomorrow") == ("", "")
    assert speaking(standing("Bo", {"a sign of tomorrow": 3.0}), 1) == []


def test_reported_speech_is_told_with_its_verb() -> None:
    assert reported("that", "added") == "what stands behind “added” and “that”"
    assert reported("bare", None) == "the clause behind a verb of speech, without “that”"
