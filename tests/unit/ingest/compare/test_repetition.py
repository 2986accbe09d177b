from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.ingest.compare.repetition import RULE, label_repeated
from generator.ingest.compare.versions import Saved
from generator.ingest.label.plaintext import read_plain
from generator.model.article import Block, CleanText, Media, RawDocument, Role
from generator.model.settings import ReadSettings
from generator.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# The stories of three reports, two paragraphs each, which share nothing.
FERRY = (
    "The night ferry turned back at the breakwater, an hour late and without a light.",
    "Its master had heard an engine fail.",
)
MILL = (
    "No grain came to the mill on Tuesday, so nobody in the valley baked at all.",
    "The miller blamed a bridge that is never mended.",
)
COURT = (
    "A judge sent the pilots home after they had sat in the corridor since dawn.",
    "None of them would speak before the hearing had begun anew.",
)
STORIES = (FERRY, MILL, COURT)

PLUG = "You can follow every hearing on our evening programme."
PRIDE = "The newsroom stands behind the old customs house and keeps late hours."
LINE = "Wind and weather by the hour"


def saved(*blocks: str, outlet: str | None = "Pier Post") -> Saved:
    return Saved(outlet, read_plain(RawDocument("\n\n".join(blocks), Media.TEXT, ""), ReadSettings()))


def cut(reports: Sequence[Saved], settings: ReadSettings | None = None) -> list[list[str]]:
    """Return the blocks of each report that were cut because they recur."""
    texts = label_repeated(reports, settings or ReadSettings())
    return [[b.span.of(t.text) for b in t.blocks if b.rule == RULE] for t in texts]


def below(words: str, count: int = 3, outlet: str | None = "Pier Post") -> list[Saved]:
    """Return reports that have ``words`` below the story."""
    return [saved(*story, words, outlet=outlet) for story in STORIES[:count]]


def within(words: str, count: int = 3) -> list[Saved]:
    """Return reports that have ``words`` between the paragraphs of the story."""
    return [saved(first, words, second) for first, second in STORIES[:count]]


def test_a_sentence_to_the_reader_goes_where_two_reports_have_it() -> None:
    assert cut(below(PLUG, 2)) == cut(within(PLUG, 2)) == [[PLUG], [PLUG]]
    assert cut(below(PLUG, 1)) == [[]]


def test_us_is_the_reader_and_the_country_is_not() -> None:
    assert cut(below("Write to us about your harbour.", 2)) == [["Write to us about your harbour."]] * 2
    assert cut(below("The US keeps no ships here.", 2)) == [[], []]


def test_a_long_block_that_speaks_to_the_reader_is_no_plug() -> None:
    assert cut(below(f"{PLUG} {' '.join(['It rained.'] * 30)}", 2)) == [[], []]
    assert cut(below(" ".join([PRIDE] * 6))) == [[], [], []]


def test_any_other_sentence_needs_three_reports_and_one_place() -> None:
    assert cut(below(PRIDE)) == [[PRIDE]] * 3
    assert cut(below(PRIDE, 2)) == [[], []]
    assert cut(within(PRIDE)) == [[], [], []]
    above = [saved("Ferry and mill", PRIDE, *story) for story in STORIES]
    assert cut(above) == [[PRIDE]] * 3
    assert cut([*above[:2], *below(PRIDE)[2:]]) == [[], [], []]


@pytest.mark.parametrize(
    "background",
    [
        "France closed the strait to foreign ships last winter.",
        "The strike began on 30 September after a vote of the crews.",
        "The quarrel over the breakwater began when the bridge and the corridor were shut.",
        "The old quarrel over the Sunholm light has gone on since.",
    ],
)
def test_background_in_every_follow_up_stays(background: str) -> None:
    more = "Sunholm has a bridge, a corridor and a breakwater in"
    told = [saved(*story, f"{more} {n}.", background) for n, story in enumerate(STORIES)]
    assert cut(told) == [[], [], []]


@pytest.mark.parametrize(
    "words",
    [
        "“You will never close this port,” the pilots cried.",
        "You heard what the union is asking for, Bo Ek said.",
        "According to the union you cannot close a port by letter.",
        "The letter calls your port 'a ruin' and the crews lazy.",
        "The crews insisted that you cannot close a port.",
    ],
)
def test_what_somebody_said_stays_wherever_it_recurs(words: str) -> None:
    assert cut(below(words)) == [[], [], []]


def test_a_block_quotation_stays() -> None:
    def quoting(story: tuple[str, str]) -> Saved:
        text = f"{story[0]}\n\n{PLUG}"
        blocks = (
            Block(Role.PARAGRAPH, Span(0, len(story[0])), 1),
            Block(Role.QUOTE, Span(len(story[0]) + 2, len(text)), 3),
        )
        return Saved("Pier Post", CleanText(text, blocks))

    assert cut([quoting(story) for story in STORIES]) == [[], [], []]


def test_what_another_outlet_has_too_stays() -> None:
    assert cut([*below(PLUG), saved("A harbour seal slept on.", PLUG, outlet="The Lantern")]) == [[]] * 4
    assert cut([*below(PLUG), saved("A harbour seal slept on.", PLUG, outlet=None)]) == [[]] * 4


def test_where_no_outlet_is_given_nothing_is_known() -> None:
    assert cut(below(PLUG, outlet=None)) == [[], [], []]


def test_each_outlet_has_its_own() -> None:
    other = "You find the tide table on page two."
    assert cut([*below(PLUG, 2), *below(other, 2, "The Lantern")]) == [[PLUG]] * 2 + [[other]] * 2


def test_a_report_saved_twice_is_one_report() -> None:
    assert cut([saved(*FERRY, PLUG), saved(*FERRY, PLUG)]) == [[], []]
    assert cut([saved(*FERRY, PLUG), saved("Ferry turns back", *FERRY, "It was towed.", PLUG)]) == [[], []]
    assert cut([saved(*FERRY, PLUG), saved(*FERRY, PLUG), saved(*MILL, PLUG)]) == [[PLUG]] * 3


def test_a_line_goes_unless_it_heads_the_story() -> None:
    stood = [saved(first, second, LINE, "By Ada Quill", PLUG) for first, second in STORIES[:2]]
    assert cut(stood) == [[LINE, PLUG]] * 2
    assert cut(within(LINE, 2)) == [[], []]
    assert cut(within(LINE)) == [[LINE]] * 3


@pytest.mark.parametrize("heading", ["Background", "Why it matters", "What we know so far today"])
def test_a_heading_stays_in_any_number_of_reports(heading: str) -> None:
    assert cut(within(heading)) == [[], [], []]


def test_a_line_that_is_the_headline_of_another_report_is_a_link_to_it() -> None:
    headline = "Pilots wait for a judge all night"
    reports = [saved(headline, *COURT), saved("A mill without grain", MILL[0], headline, MILL[1])]
    assert cut(reports) == [[], [headline]]


def test_the_items_of_a_list_are_no_mere_lines() -> None:
    assert cut(within("- three ferries stopped")) == [[], [], []]


def test_what_has_no_letters_says_nothing() -> None:
    assert cut(below("* * *")) == [[], [], []]


def test_editors_prevail() -> None:
    keep = ReadSettings(keep=("You can follow",))
    assert cut(below(PLUG), keep) == [[], [], []]
    assert cut(below(PLUG), ReadSettings(keep=("you can",))) == [[PLUG]] * 3


def test_a_report_with_nothing_of_its_own_is_left_alone() -> None:
    other = "You find the tide table on page two."
    reports = [
        saved(*FERRY, PLUG, other),
        saved(*MILL, PLUG),
        saved(*COURT, other),
        saved(f"{PLUG}\n\n{other}"),
    ]
    assert cut(reports)[3] == []


def test_only_the_story_is_labelled() -> None:
    by = "By Ada Quill"
    texts = label_repeated([saved("Ferry and mill", by, *story, PLUG) for story in STORIES], ReadSettings())
    roles = [[b.role for b in t.blocks] for t in texts]
    assert roles == [[Role.HEADLINE, Role.BYLINE, Role.PARAGRAPH, Role.PARAGRAPH, Role.BOILERPLATE]] * 3


def test_what_recurs_nowhere_is_the_same_object() -> None:
    reports = [saved(*story) for story in STORIES]
    assert all(a is b.clean for a, b in zip(label_repeated(reports, ReadSettings()), reports, strict=True))
    assert label_repeated([], ReadSettings()) == []
