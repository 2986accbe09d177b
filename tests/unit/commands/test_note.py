from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cli import _KINDS
from generator.forms.tables import NOTE_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., tuple[int, str, str]]

TWICE = """The tide

The tide came in at nine, Ada Quill said.

The tide came in at noon, Bo Ek said.
"""


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def put(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def test_a_note_is_started_at_a_passage_and_found_there_by_build(briefing: Path, command: Command) -> None:
    status, out, err = command("note", "pier", '"we have mended  every plank"', "--kind", "dispute")
    assert (status, out) == (1, "")
    assert "does not stand in pier" in err
    status, out, err = command("note", "pier", '"We have men\u00added  every plank,"', "--kind", "dispute")
    assert (status, err) == (0, "")
    note = briefing / "content" / "notes" / "we-have-mended-every-plank.md"
    where = "content/notes/we-have-mended-every-plank.md: anchored at line 5 of pier."
    assert out == f"{where} Next: write the note there\n"
    assert text(note) == (
        '---\narticle: pier\nat: {exact: "“We have mended every plank,”"}\nby: Desk\nkind: dispute\n---\n\n'
    )
    put(note, text(note) + "Nobody has *counted* them.\n")
    assert command("build")[0] == 0
    assert "Nobody has <em>counted</em> them." in text(briefing / "site" / "articles" / "pier" / "index.html")


def test_words_that_stand_twice_need_what_stands_beside_them(briefing: Path, command: Command) -> None:
    put(briefing / "content" / "sources" / "tide.txt", TWICE)
    status, out, err = command("note", "sources/tide.txt", "came in at")
    assert (status, out) == (1, "")
    assert err == (
        "“came in at” stands in 2 places of tide.\n"
        "Say which: line 3 (100 % alike): prefix “The tide The tide”, suffix “nine, Ada Quill”;"
        " line 5 (100 % alike): prefix “said. The tide”, suffix “noon, Bo Ek said.”."
        " Give --prefix or --suffix, or more words.\n"
    )
    status, out, _ = command(
        "note", "tide", "came in at", "--suffix", " noon", "--text", "At one.", "--by", "Mia"
    )
    assert status == 0
    note = text(briefing / "content" / "notes" / "came-in-at.md")
    assert 'suffix: " noon, Bo Ek said."' in note
    assert note.endswith("by: Mia\nkind: context\n---\nAt one.\n")
    assert command("check")[0] == 0


def test_a_second_note_at_the_same_words_has_a_name_of_its_own(briefing: Path, command: Command) -> None:
    command("ingest")
    for _ in range(2):
        assert (
            command("note", "articles/pier.md", "every plank", "--text", "x", "--date", "2031-05-06")[0] == 0
        )
    names = sorted(path.name for path in (briefing / "content" / "notes").iterdir())
    assert names == ["every-plank-2.md", "every-plank.md"]
    assert "date: 2031-05-06\n" in text(briefing / "content" / "notes" / "every-plank.md")


@pytest.mark.usefixtures("briefing")
def test_a_report_that_is_not_there_is_a_fault_of_use(command: Command) -> None:
    status, _, err = command("note", "peer", "x")
    assert status == 2
    assert "there is no report 'peer'" in err
    assert "did you mean pier?" in err


@pytest.mark.usefixtures("briefing")
def test_words_without_a_letter_are_no_passage(command: Command) -> None:
    assert command("note", "pier", "“")[0] == 1


def test_what_is_for_the_desk_alone_is_in_no_byte_of_the_site(briefing: Path, command: Command) -> None:
    command("ingest")
    article = briefing / "content" / "articles" / "pier.md"
    put(article, text(article) + '\n::: note {audience="desk"}\nAsk Zebedee.\n:::\n')
    command("note", "pier", "every plank", "--text", "Ask Obadiah.")
    note = briefing / "content" / "notes" / "every-plank.md"
    put(note, text(note).replace("kind:", "audience: desk\nkind:"))
    assert command("build")[0] == 0
    for path in (briefing / "site").rglob("*"):
        if path.is_file():
            assert b"Zebedee" not in path.read_bytes(), path
            assert b"Obadiah" not in path.read_bytes(), path


def test_the_kinds_are_those_of_notes() -> None:
    assert _KINDS == NOTE_KINDS
