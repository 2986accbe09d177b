"""Where all stories begin: the briefing builds, and four of its statements stand in two outlets each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.stories.briefing import Briefing


def test_the_briefing_builds_without_a_fault(briefing: Briefing) -> None:
    told = briefing.build("--strict")
    assert told.err == ""
    assert told.out.startswith("4 reports, ")
    shared = [c["canonical"] for c in briefing.data("clusters") if len(c["members"]) == 2]
    assert sorted(words.split(",")[0] for words in shared) == [
        "A lamp is not a harbour",
        "Nobody on our boats has seen a sheet of paper",
        "The lamp at the mole is burning for everybody who asks",
        "We can wait for three days more",
    ]


def test_an_editor_takes_a_report_over(briefing: Briefing) -> None:
    briefing.build()
    before = briefing.files()
    article = briefing.take_over("pier-post-three-days")
    briefing.add_to_head(article, "tags: [harbour]")
    briefing.build()
    assert briefing.quote("a lock without a key")["speaker"] == "Bo Ek"
    assert briefing.files() == before
