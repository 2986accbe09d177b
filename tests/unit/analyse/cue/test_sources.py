from __future__ import annotations

import pytest

from generator.analyse.cue.cues import Mood
from generator.analyse.cue.sources import by_source
from tests.texts import one_sentence


def sourced(text: str) -> str | None:
    """Return what the first source of a sentence gives."""
    sentence = one_sentence(text)
    event = next(e for e in sentence.cues if e.mood is Mood.SOURCE)
    found = by_source(sentence.toks, event)
    if found is None:
        return None
    return " … ".join(text[sentence.toks[a].start : sentence.toks[b].end] for a, b in found[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("According to Ada Fen, the dam leaks.", "the dam leaks"),
        ("But according to Ada Fen, the dam leaks.", "the dam leaks"),
        ("But, according to Ada Fen, the dam leaks.", "the dam leaks"),
        ("It is plain: According to Ada Fen, the dam leaks.", "the dam leaks"),
        ("The dam has leaked, according to Ada Fen.", "The dam has leaked"),
        ("The dam has leaked — according to Ada Fen.", "The dam has leaked"),
        ("The dam has leaked according to Ada Fen.", "The dam has leaked"),
        ("The dam has leaked, according to Ada Fen, an envoy.", "The dam has leaked"),
        ("The worst of all, according to Ada Fen, is the dam.", "The worst of all … is the dam"),
        ("The worst, according to Ada Fen, an envoy, is the dam.", "The worst … is the dam"),
        ("Ten crowns per head were paid.", None),
        ("The dam has leaked, per the port.", "The dam has leaked"),
        ("According to Ada Fen the dam leaks.", None),
    ],
)
def test_what_a_source_gives(text: str, words: str | None) -> None:
    assert sourced(text) == words
