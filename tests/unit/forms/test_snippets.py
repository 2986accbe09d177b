from __future__ import annotations

import json
import re

from generator.edit.desk import read_note
from generator.forms.asides import faults
from generator.forms.snippets import snippets
from generator.forms.tables import NOTE_KINDS
from generator.ingest.open.frontmatter import read_front_matter


def filled(name: str) -> str:
    """Fill a snippet in as an editor would who takes what is proposed."""
    lines = json.loads(snippets())[name]["body"]
    text = re.sub(r"\$\{\d+\|([^,}]*)[^}]*\|\}", r"\1", "\n".join(lines))
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text).replace("$0", "Words.") + "\n"


def test_what_they_propose_is_what_the_readers_read() -> None:
    text = (
        filled("A note on a passage")
        .replace("id of the report", "pier")
        .replace("the day of the note", "2031-05-06")
    )
    note = read_note(text, "n.md", "n")
    assert note.diagnostics == ()
    assert note.value is not None
    assert (note.value.kind, note.value.by, note.value.body) == ("context", "Desk", "Words.")
    entry = (
        filled("A correction")
        .replace("Words.\n", "")
        .replace("the id of the actor in whose name it was said", "x")
    )
    read = read_front_matter("corrections:\n" + "".join(f"  {line}\n" for line in entry.splitlines()), "a.md")
    assert read.diagnostics == ()
    assert read.value is not None
    assert read.value.corrections[0].speaker == "name"
    assert faults(filled("A note in a body").partition("\n")[0]) == []


def test_a_choice_is_proposed_as_one() -> None:
    assert f"kind: ${{3|{','.join(NOTE_KINDS)}|}}" in json.loads(snippets())["A note on a passage"]["body"]
