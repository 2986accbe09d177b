from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.publish.syndicate.data import as_json, data_files

if TYPE_CHECKING:
    from generator.publish.show.frame import Frame


def read(frame: Frame) -> dict[str, list[dict[str, Any]]]:
    return {a.path.removeprefix("data/").removesuffix(".json"): json.loads(a.data) for a in data_files(frame)}


def test_articles(frame: Frame) -> None:
    rows = read(frame)["articles"]
    assert [row["id"] for row in rows] == ["a1", "b2", "c3"]
    assert rows[0] == {
        "id": "a1",
        "title": "Aldoria says ‘never again’",
        "headline": None,
        "dek": "A dek with words",
        "outlet": "Harbour Post",
        "published": "2026-03-10",
        "url": "https://harbour.example/1",
        "actors": ["aldoria", "borvia"],
        "people": ["anna-arden"],
        "quotes": 3,
    }
    assert (rows[2]["title"], rows[2]["outlet"], rows[2]["published"]) == (
        None,
        None,
        None,
    )  # nothing is invented


def test_quotes(frame: Frame) -> None:
    rows = {row["id"]: row for row in read(frame)["quotes"]}
    assert sorted(rows) == [
        "a1-h",
        "a1-q1",
        "a1-q4",
        "b2-q1",
        "b2-q2",
        "c3-q1",
    ]  # the hidden one is not there
    assert rows["a1-q1"] == {
        "id": "a1-q1",
        "article": "a1",
        "parts": [[3, 9]],
        "text": "We will not accept the accord of Borvia",
        "form": "direct",
        "speaker": "Anna Arden",
        "person": "anna-arden",
        "actor": "aldoria",
        "described": None,
        "said_on": None,
        "cluster": "we-will-1",
        "hidden": False,
    }
    assert rows["a1-h"]["parts"] == []  # of a saved source, but not to be traced there
    assert len(rows["b2-q1"]["parts"]) == 1
    assert rows["a1-q4"]["cluster"] is None
    assert (rows["b2-q2"]["speaker"], rows["b2-q2"]["person"], rows["b2-q2"]["actor"]) == (None, None, None)


def test_clusters(frame: Frame) -> None:
    rows = read(frame)["clusters"]
    assert [row["id"] for row in rows] == ["late-2", "never-3", "we-will-1"]
    assert rows[2]["speaker"] == "Anna Arden"
    assert rows[2]["actor"] == "aldoria"
    assert rows[2]["canonical"] == "We will never accept the accord of Borvia, friends"
    assert rows[2]["members"][1] == {
        "quote": "a1-q1",
        "article": "a1",
        "outlet": "Harbour Post",
        "relation": "variant",
    }


def test_actors_people_outlets_and_dates(frame: Frame) -> None:
    found = read(frame)
    aldoria = found["actors"][0]
    assert (aldoria["id"], aldoria["people"], aldoria["said"], aldoria["said_of"]) == (
        "aldoria",
        ["anna-arden"],
        2,
        0,
    )
    anna = found["people"][0]
    assert anna["offices"][0] == {"role": "Foreign Minister", "from": "2025-01-01", "to": None}
    assert anna["articles"] == ["a1", "b2", "c3"]
    assert [(row["id"], row["statements"]) for row in found["outlets"]] == [
        ("daily-ledger", 2),
        ("harbour-post", 2),
    ]
    assert found["dates"][0] == {"article": "a1", "start": 0, "end": 4, "text": "then", "day": None}


def test_json_is_utf8_one_row_a_line() -> None:
    assert as_json([]) == b"[]\n"
    assert as_json([{"a": "é"}, {"a": 1}]) == '[\n{"a": "é"},\n{"a": 1}\n]\n'.encode()
