"""How well plain texts are cleaned, line by line: floors that may not fall unsaid.

The texts in ``plaintext/`` are made up, and not all of their lines are judged rightly; ``+`` begins a line of
the story and ``-`` one that is not. The floors stand in ``plaintext.json`` with the digest of the texts that
they were measured on: whoever changes a text or lowers a floor changes that file, and it shows.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from pathlib import Path

from generator.ingest.label.plaintext import read_plain
from generator.model.article import STORY, Media, RawDocument
from generator.model.settings import ReadSettings

HERE = Path(__file__).parent
TEXTS = sorted((HERE / "plaintext").glob("*.txt"))
FLOORS = HERE / "plaintext.json"


def judged(path: Path) -> list[tuple[bool, bool, str]]:
    """Return of every line whether it is kept, whether it should be, and its words."""
    marked = path.read_text(encoding="utf-8").splitlines()
    body = "\n".join(line[2:] for line in marked)
    clean = read_plain(RawDocument(body, Media.TEXT, "seed"), ReadSettings())
    kept = {b.line for b in clean.blocks if b.role in STORY}
    return [(n in kept, line.startswith("+"), line[2:]) for n, line in enumerate(marked, 1)]


def measured() -> dict[str, float]:
    """Return precision and recall of what goes, and the share of the story's words that is lost."""
    lines = [line for path in TEXTS for line in judged(path)]
    gone = [should for keeps, should, _ in lines if not keeps]
    right = gone.count(False)
    told = [(keeps, len(words.split())) for keeps, should, words in lines if should]
    lost = sum(count for keeps, count in told if not keeps)
    return {
        "precision": right / len(gone),
        "recall": right / sum(not should for _, should, _ in lines),
        "kept": 1 - lost / sum(count for _, count in told),
    }


def digest() -> str:
    return blake2b(b"".join(path.read_bytes() for path in TEXTS), digest_size=8).hexdigest()


def test_no_floor_falls_unsaid() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert floors.pop("digest") == digest(), (
        "the texts are others: measure again, and say so in plaintext.json"
    )
    found = measured()
    below = {name: found[name] for name, floor in floors.items() if found[name] < floor}
    wrong = [
        f"{'kept' if keeps else 'gone'}: {words}"
        for p in TEXTS
        for keeps, should, words in judged(p)
        if keeps != should
    ]
    assert floors.keys() == found.keys()
    assert not below, wrong
