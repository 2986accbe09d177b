from __future__ import annotations

from generator.analyse.cue.passages import passages
from generator.analyse.weigh.scenes import PARTS, QUOTE, Scene, scene
from tests.texts import clean_text


def scene_of(text: str) -> Scene:
    (passage,) = passages(clean_text(text))
    return scene(passage.sentences[0].clause)


def test_how_those_in_a_sentence_stand() -> None:
    seen = scene_of("“So it is,” Ada Fen, who left, said of Tomas Quell’s boat.")
    ada, quell = (s for s in seen.standings.values() if s.sort == "person-full")
    assert (ada.before, ada.after, ada.further, ada.opens) == ("quote", ",", "who", True)
    assert (quell.before, quell.after, quell.further, quell.opens) == ("of", "owns", "word", False)
    assert [[e.cue.cue.lemma for e in s.own] for s in (ada, quell)] == [["say"], []]
    assert (ada.back, ada.on, quell.back, quell.on) == ("said-quote-cue", "said-quote-cue", "none", "none")
    assert (seen.people, seen.end) == (3, ".")


def test_what_they_do_is_seen_from_behind_and_from_before() -> None:
    seen = scene_of("“So it is,” Ada Fen said, and Tomas Quell added: “It is late.”")
    roles = {s.nominal.name: (s.back, s.on) for s in seen.standings.values()}
    assert roles == {"Ada Fen": ("said", "said-quote-cue"), "Tomas Quell": ("said-cue-quote", "said")}


def test_the_words_that_part_two_things() -> None:
    seen = scene_of("Ada Fen, who came and “went”, left.")
    toks = seen.clause.sentence.toks
    assert seen.parting(0, len(toks)) == sum(1 << PARTS.index(w) for w in (",", "who", "and")) | 1 << QUOTE
    assert seen.parting(0, 2) == 0
    assert seen.parting(2, 3) == 1 << PARTS.index(",")


def test_those_between_are_counted() -> None:
    seen = scene_of("Ada Fen met Tomas Quell and Ilse Marrow “late”.")
    last = {s.nominal.name: s.nominal.last for s in seen.standings.values()}
    assert seen.between(last["Ada Fen"], 8, last["Ada Fen"]) == 2
    assert seen.between(last["Tomas Quell"], 8, last["Tomas Quell"]) == 1
