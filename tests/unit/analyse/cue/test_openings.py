from __future__ import annotations

import pytest

from generator.analyse.cue.openings import opening
from tests.texts import one_sentence


def opened(text: str) -> tuple[str, str] | None:
    """Return the first word of what the first cue leads to, and the rule."""
    sentence = one_sentence(text)
    found = opening(sentence, sentence.cues[0])
    return (sentence.toks[found[0]].text, found[1]) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Fen said that rain fell.", ("rain", "that")),
        ("Ada Fen said in May that rain fell.", ("rain", "that")),
        ("Ada Fen said, in a letter to the port, that rain fell.", ("rain", "that")),
        ("Ada Fen told the port that rain fell.", ("rain", "that")),
        ("Ada Fen wrote the song that made her known.", None),
        ("Ada Fen hoped for more than that on Friday.", None),
        ("Ada Fen said rain was due, and that it fell.", ("rain", "bare")),
        ("Ada Fen spoke that day.", None),
        ("Ada Fen asked the port whether rain fell.", ("whether", "whether")),
        ("Ada Fen asked them: why?", None),
        ("Ada Fen explained how rain fell.", ("how", "whether")),
        ("Ada Fen explained it all when rain fell.", ("it", "bare")),
        ("Ada Fen vowed to leave.", ("to", "infinitive")),
        ("Ada Fen vowed not to leave.", ("not", "infinitive")),
        ("Ada Fen agreed to the plan.", None),
        ("Ada Fen urged the port to act.", ("the", "infinitive")),
        ("Ada Fen urged the port, when it was to act, on.", None),
        ("Ada Fen was urged to act.", ("to", "infinitive")),
        ("Ada Fen was driven to act, says one.", None),
        ("Ada Fen said by the port's gate that rain fell.", ("rain", "that")),
        ("Ada Fen told a crowd at the port that spilled over.", None),
        ("Ada Fen said she would leave.", ("she", "bare")),
        ("Ada Fen said it on Friday.", None),
        ("Ada Fen found it everywhere today.", None),
        ("Ada Fen said closing it would help.", ("closing", "bare")),
        ("Ada Fen said leaving early.", None),
        ("Ada Fen claimed the prize.", None),
        ("Ada Fen claimed the prize was hers.", ("the", "bare")),
        ("Ada Fen claimed the prize, which was old, was hers.", ("the", "bare")),
        ("Ada Fen told the Harbour Post only two had left.", ("only", "bare")),
        ("Ada Fen told a crowd of sailors.", None),
        ("“So,” Ada Fen said two hours later.", None),
        ("“So,” said Ada Fen.", None),
        ("Ada Fen said him.", None),
        ("Ada Fen told", None),
        ("Ada Fen said", None),
    ],
)
def test_where_reported_speech_begins(text: str, expected: tuple[str, str] | None) -> None:
    assert opened(text) == expected
