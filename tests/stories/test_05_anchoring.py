"""A correction or a note holds on to its words: it applies where they stand, and never to any others.

The desk anchors decisions by the W3C TextQuoteSelector. Then the article changes under them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.stories.briefing import Briefing

REPORT = "pier-post-three-days"
ARTICLE = f"articles/{REPORT}.md"
TIDE = """The tide

The tide came in at nine, Ada Berg said.

The tide came in at noon, Bo Ek said.
"""
NOTE = """---
article: pier-post-three-days
at: {{exact: "{words}"}}
---
So it says.
"""


def line_of(text: str, words: str) -> int:
    return text.count("\n", 0, text.index(words)) + 1


def test_a_note_is_begun_with_a_selector_that_means_one_place(briefing: Briefing) -> None:
    briefing.write("sources/tide.txt", TIDE)
    told = briefing.run("note", "tide", "came in at")
    assert told.status == 1
    assert "“came in at” stands in 2 places of tide." in told.err
    assert "line 3 (100 % alike): prefix" in told.err
    assert "line 5 (100 % alike): prefix" in told.err
    assert not (briefing.content / "notes").exists()
    told = briefing.run(
        "note", "tide", "came in at", "--prefix", "The tide", "--suffix", "noon", "--text", "Late."
    )
    assert told.status == 0
    assert "anchored at line 5 of tide" in told.out
    selector = briefing.read("notes/came-in-at.md").splitlines()[2]
    assert re.fullmatch(r"at: \{exact: came in at, (?:prefix: .*, )?suffix: .*noon.*\}", selector)
    briefing.build()
    assert 'came in at</span><sup class="ref note"><a href="#n-came-in-at">*</a></sup> noon' in briefing.page(
        "articles/tide"
    )


def test_words_that_stand_apply_however_they_are_set(briefing: Briefing) -> None:
    briefing.take_over(REPORT)
    briefing.write("notes/a.md", NOTE.format(words="Nobody on our  boats has seen"))
    briefing.write("notes/b.md", NOTE.format(words="a lock without a key"))
    briefing.edit(ARTICLE, "“a lock without a key”", "'a lock without a key'")
    text = briefing.read(ARTICLE)
    paragraphs = text.split("\n\n")
    briefing.write(ARTICLE, "\n\n".join([paragraphs[0], paragraphs[2], paragraphs[1], *paragraphs[3:]]))
    briefing.build("--strict")
    page = briefing.page(f"articles/{REPORT}")
    assert 'id="n-a"' in page
    assert 'id="n-b"' in page


def test_words_that_have_changed_are_suggested_with_line_and_score_and_not_applied(
    briefing: Briefing,
) -> None:
    briefing.take_over(REPORT)
    briefing.write("notes/a.md", NOTE.format(words="Nobody on our boats has seen a sheet of paper"))
    briefing.edit(ARTICLE, "Nobody on our boats has seen a sheet", "Nobody on our boats had seen a sheet")
    told = briefing.run("check")
    assert told.status == 1
    line = line_of(briefing.read(ARTICLE), "Nobody on our boats")
    assert "content/notes/a.md:3:5: error[anchor-lost]" in told.err
    found = re.search(r"Meant is perhaps line (\d+): “Nobody on our boats had.*” \((\d+) % alike\)", told.err)
    assert found is not None
    assert (int(found[1]), 90 <= int(found[2]) < 100) == (line, True)
    briefing.run("build")
    assert "So it says." not in briefing.page(f"articles/{REPORT}")


@pytest.mark.parametrize(
    ("words", "now"),
    [
        (
            "The harbour has 40 berths and was last closed in 2019",
            "The harbour has 42 berths and was last closed in 2019",
        ),
        (
            "The harbour has 40 berths and was last closed in 2019",
            "The harbour has 40 berths and was never closed in 2019",
        ),
        ("Northland shut the harbour of Holm on Monday", "Westland shut the harbour of Holm on Monday"),
        ("Northland shut the harbour of Holm on Monday", "Northland shut the harbour of Holm on Tuesday"),
    ],
    ids=["a number", "a negation", "a name", "a day"],
)
def test_no_other_name_number_or_negation_is_even_suggested(briefing: Briefing, words: str, now: str) -> None:
    briefing.take_over(REPORT)
    assert words.partition(".")[0] in briefing.read(ARTICLE)
    briefing.write("notes/a.md", NOTE.format(words=words))
    briefing.build("--strict")
    briefing.edit(ARTICLE, words, now)
    told = briefing.run("check")
    assert told.status == 1
    assert "error[anchor-lost]" in told.err
    assert "Meant is perhaps" not in told.err
    assert "Give the words as they stand in the text." in told.err


def test_a_correction_that_means_several_places_is_applied_to_none(briefing: Briefing) -> None:
    briefing.take_over(REPORT)
    briefing.edit(
        ARTICLE, "“a lock without a key”.", "“a lock without a key”. He said “a lock without a key” again."
    )
    briefing.add_to_head(
        ARTICLE, "corrections:\n  - {at: {exact: a lock without a key}, speaker: Ilse Marrow}"
    )
    told = briefing.run("build")
    assert told.status == 1
    assert "error[anchor-ambiguous]" in told.err
    line = line_of(briefing.read(ARTICLE), "He called the closing")
    assert told.err.count(f"line {line} (100 % alike): prefix") == 2
    assert "Ilse Marrow" not in {q["speaker"] for q in briefing.data("quotes") if q["article"] == REPORT}
    briefing.edit(
        ARTICLE, "{exact: a lock without a key}", "{exact: a lock without a key, suffix: ”. He said}"
    )
    briefing.build("--strict")
    speakers = [q["speaker"] for q in briefing.data("quotes") if q["text"] == "a lock without a key"]
    assert sorted(speakers) == ["Bo Ek", "Ilse Marrow"]
