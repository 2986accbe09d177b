from __future__ import annotations

import pytest

from generator.analyse.word import lexicon
from generator.analyse.word.lexicon import Entry, Found, Phrases, Sort
from generator.analyse.word.tokens import tokens


def at(phrases: Phrases, text: str, i: int = 0) -> Found | None:
    return phrases.at(tokens(text, 0, len(text)), i)


def found(phrases: Phrases, text: str) -> tuple[int, int, str]:
    hit = at(phrases, text)
    assert hit is not None
    return hit.first, hit.last, hit.entry.lemma


SHORT, LONG = Entry(Sort.PLACE, "short"), Entry(Sort.PLACE, "long")


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("old mill", SHORT), ("old mill road", LONG), ("old", SHORT)], cased=False)
    assert found(phrases, "Old Mill Road") == (0, 2, "long")
    assert found(phrases, "old mill") == (0, 1, "short")
    assert found(phrases, "old barn") == (0, 0, "short")
    assert at(phrases, "mill") is None
    assert at(phrases, "the old mill road", 1) == Found(1, 3, LONG)


def test_cased_phrases_keep_their_letters() -> None:
    phrases = Phrases([("US", SHORT)], cased=True)
    assert found(phrases, "US") == (0, 0, "short")
    assert at(phrases, "us") is None


@pytest.mark.parametrize(
    ("text", "sort", "actors"),
    [
        ("Norway", Sort.NAME, ("norway",)),
        ("Norwegian", Sort.DEMONYM, ("norway",)),
        ("Kremlin", Sort.SEAT, ("russia",)),
        ("NATO", Sort.NAME, ("nato",)),
        ("Lord's Resistance Army", Sort.NAME, ("lords-resistance-army",)),
        ("Lord’s Resistance Army", Sort.NAME, ("lords-resistance-army",)),
        ("Reuters", Sort.AGENCY, ()),
        ("Latin America", Sort.PLACE, ()),
    ],
)
def test_names(text: str, sort: Sort, actors: tuple[str, ...]) -> None:
    hit = at(lexicon.named(), text)
    assert hit is not None
    assert (hit.entry.sort, hit.entry.actors) == (sort, actors)


@pytest.mark.parametrize(
    ("text", "sort", "lemma"),
    [
        ("foreign minister", Sort.OFFICE, "foreign minister"),
        ("Secretary-General", Sort.OFFICE, "secretary general"),
        ("Mrs", Sort.HONORIFIC, "mrs"),
        ("foreign ministry", Sort.ORGAN, "foreign ministry"),
        ("statements", Sort.TEXT, "statement"),
        ("workers", Sort.PEOPLE, "farmer"),
        ("alliance", Sort.BODY_NOUN, "alliance"),
    ],
)
def test_words(text: str, sort: Sort, lemma: str) -> None:
    hit = at(lexicon.common(), text)
    assert hit is not None
    assert (hit.entry.sort, hit.entry.lemma) == (sort, lemma)


def test_a_description_may_mean_several_bodies() -> None:
    hit = at(lexicon.common(), "alliance")
    assert hit is not None
    assert {"nato", "csto"} <= set(hit.entry.actors)


def test_offices_of_bodies() -> None:
    assert "secretary general" in lexicon.heads()["osce"]
    assert lexicon.office_scope()["secretary general"] == "body"


def test_things_are_no_people() -> None:
    assert "Airport" in lexicon.things()


def test_cues_by_their_first_word_longest_first() -> None:
    words = [cue.words for cue in lexicon.cue_words()["going"]]
    assert words[0] == ("going", "on", "to", "say")
    assert lexicon.cue_words()["said"][0].cue.lemma == "say"
