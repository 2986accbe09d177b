"""What recurs in an outlet's reports is found whatever their order and whatever else lies in the briefing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.compare.repetition import RULE, label_repeated
from generator.ingest.compare.versions import Saved
from generator.ingest.label.plaintext import read_plain
from generator.model.article import CleanText, Media, RawDocument, Role
from generator.model.settings import ReadSettings

NO_SETTINGS = ReadSettings()
PIECES = (
    "You can follow every hearing on our evening programme.",
    "The newsroom stands behind the old customs house and keeps late hours.",
    "Wind and weather by the hour",
    "Background",
    "“You will never close this port,” the pilots cried.",
    "France closed the strait to foreign ships last winter.",
    "The night ferry turned back at the breakwater, an hour late and without a light.",
    "No grain came to the mill on Tuesday, so nobody in the valley baked at all.",
    "A judge sent the pilots home after they had sat in the corridor since dawn.",
    "- three ferries stopped",
    "By Ada Quill",
)
OUTLETS = ("Pier Post", "The Lantern", None)


def saved(outlet: str | None, lines: list[str]) -> Saved:
    return Saved(outlet, read_plain(RawDocument("\n\n".join(lines), Media.TEXT, ""), NO_SETTINGS))


own = st.text("abcdefgh ", min_size=20, max_size=60).map(lambda words: f"Own {words} words.")
reports = st.builds(saved, st.sampled_from(OUTLETS), st.lists(st.sampled_from(PIECES) | own, max_size=8))
briefings = st.lists(reports, max_size=7)


def cut(text: CleanText) -> list[str]:
    return [b.span.of(text.text) for b in text.blocks if b.rule == RULE]


@given(briefings.flatmap(lambda found: st.tuples(st.just(found), st.permutations(range(len(found))))))
def test_the_order_of_reports_changes_nothing(given_: tuple[list[Saved], list[int]]) -> None:
    found, order = given_
    labelled = label_repeated(found, NO_SETTINGS)
    shuffled = label_repeated([found[n] for n in order], NO_SETTINGS)
    assert shuffled == [labelled[n] for n in order]


@given(briefings, st.sampled_from(OUTLETS), st.integers(0, 7))
def test_a_report_that_shares_nothing_changes_nothing(
    found: list[Saved], outlet: str | None, at: int
) -> None:
    stranger = saved(outlet, ["Nobody rang the bell of the lighthouse.", "Nobody heard it, either."])
    with_it = [*found[:at], stranger, *found[at:]]
    labelled = label_repeated(with_it, NO_SETTINGS)
    assert labelled.pop(min(at, len(found))) is stranger.clean
    assert labelled == label_repeated(found, NO_SETTINGS)


@given(briefings)
def test_what_two_outlets_have_is_never_cut(found: list[Saved]) -> None:
    for text in label_repeated(found, NO_SETTINGS):
        for words in cut(text):
            outlets = {
                r.outlet
                for r in found
                if words.casefold() in (b.span.of(r.clean.text).casefold() for b in r.clean.blocks)
            }
            assert len(outlets) == 1
            assert None not in outlets


@given(briefings)
def test_only_labels_change_and_a_sentence_stays(found: list[Saved]) -> None:
    for before, after in zip(found, label_repeated(found, NO_SETTINGS), strict=True):
        restored = [
            replace(b, role=a.role, rule=a.rule)
            for a, b in zip(before.clean.blocks, after.blocks, strict=True)
        ]
        assert replace(after, blocks=tuple(restored)) == before.clean
        if cut(after):
            assert any(b.role in {Role.PARAGRAPH, Role.ITEM} for b in after.blocks)


@given(briefings)
def test_a_second_time_changes_nothing(found: list[Saved]) -> None:
    once = [replace(r, clean=text) for r, text in zip(found, label_repeated(found, NO_SETTINGS), strict=True)]
    twice = label_repeated(once, NO_SETTINGS)
    assert all(set(cut(a.clean)) <= set(cut(b)) for a, b in zip(once, twice, strict=True))
