from __future__ import annotations

from generator.analyse.cue.passages import passages
from generator.analyse.weigh.candidates import MOST, OVER, Candidate, Place, candidates, named
from tests.texts import clean_text

TEXT = """Ann Holm met Tomas Quell.

Ada Fen left. “It is late.” Ilse Marrow came. Then Liina Karo went. Even Mr Moss did."""


def place_of(text: str) -> Place:
    before, passage = passages(clean_text(text))
    k = next(k for k, s in enumerate(passage.sentences) if s.clause.quotes)
    return Place(passage, k, 0, before)


def test_the_sentences_about_a_quotation_are_looked_at_nearest_first() -> None:
    found = [(c.nominal.name, c.steps) for c in candidates(place_of(TEXT))]
    assert found == [
        ("Ada Fen", -1),
        ("Ilse Marrow", 1),
        ("Liina Karo", 2),
        ("Ann Holm", -OVER - 1),
        ("Tomas Quell", -OVER - 1),
    ]


def test_the_mention_is_in_the_text() -> None:
    text = clean_text(TEXT).text
    assert [c.mention.of(text) for c in candidates(place_of(TEXT))][:2] == ["Ada Fen", "Ilse Marrow"]


def test_a_place_knows_its_quotation() -> None:
    place = place_of(TEXT)
    assert (place.number, place.at, place.bare) == (0, 0, True)


def test_who_is_of_the_name_before_it() -> None:
    place = place_of("It rained.\n\nAda Fen, who said “so”, left. It was she who said “no”.")
    names = {c.nominal.name: c for c in candidates(place) if not c.steps}
    assert named(names["who"]).name == "Ada Fen"
    assert named(names["Ada Fen"]) is names["Ada Fen"].nominal


def test_who_of_nobody_is_itself() -> None:
    place = place_of("It rained.\n\nWe asked in vain who said “so” to them.")
    (who,) = (c for c in candidates(place) if c.nominal.name == "who")
    assert isinstance(who, Candidate)
    assert named(who).name == "who"


def test_of_a_crowd_those_nearest_to_the_quotation_are_looked_at() -> None:
    crowd = [f"{a}{b}na Fen" for a in "BCDFGHKLMN" for b in "aeio"]
    before, inside, after = crowd[:30], crowd, crowd[-30:]
    text = (
        f"Then {', '.join(before)} left. With {', '.join(inside[:20])} “so” {', '.join(inside[20:])} came. "
    )
    found = candidates(place_of(f"It rained.\n\n{text}Then {', '.join(after)} went."))
    for steps, names in ((-1, before[-MOST:]), (0, inside[7 : 7 + MOST]), (1, after[:MOST])):
        assert [c.nominal.name for c in found if c.steps == steps] == names
