from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

from generator.training import fit, lessons_of, main, said_of, surname, train, written

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“It rains,” Ada Fen said. The so-called “night market” opens."


def article() -> dict[str, Any]:
    return {
        "text": TEXT,
        "quoted_spans": [
            {
                "start": 0,
                "end": 11,
                "attributed": True,
                "speaker_text": "Ada Fen",
                "speaker_start": 12,
                "speaker_end": 19,
                "speaker_head": [16, 19, "Fen"],
            },
            {"start": 40, "end": 54, "attributed": False},
            {"start": 54, "end": 54, "attributed": False},
        ],
    }


def test_the_data_are_brought_onto_our_text() -> None:
    (rains, market) = said_of(article(), TEXT)
    assert (rains.span.of(TEXT), rains.head and rains.head.of(TEXT)) == ("It rains", "Fen")
    assert (market.span.of(TEXT), market.attributed, market.head) == ("night market", False, None)


def test_a_lesson_has_its_right_options() -> None:
    rains, market = lessons_of(article(), {})
    assert market.right == {len(market.options) - 1}
    assert all("here" in rains.options[i] for i in rains.right)


def test_right_options_become_likely() -> None:
    weights = train([article()] * 30)
    assert weights["rule=quote-cue"] > 1
    assert weights["nobody"] > 0


def test_what_is_seldom_met_is_not_learned() -> None:
    assert not {"here", "nobody"} & fit(lessons_of(article(), {})).keys()


def test_the_last_capital_is_the_surname() -> None:
    assert surname("the mayor’s aide Ada Fen, of Oslo") == "fen"
    assert surname("a clerk") is None
    assert surname(None) is None


def test_the_file_is_sorted_and_rounded(tmp_path: Path) -> None:
    *head, first, second = written({"b": 0.5, "a": -1.25})
    assert (first, second) == ("a\t-1.25", "b\t0.50")
    assert head[-1] == "# columns: sign\tweight"
    data, out = tmp_path / "data.jsonl.gz", tmp_path / "signs.tsv"
    data.write_bytes(gzip.compress(json.dumps(article()).encode() * 1))
    main([str(data), "--out", str(out)])
    assert out.read_text(encoding="utf-8").startswith("# Signs")
