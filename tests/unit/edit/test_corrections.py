from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.corrections import correct
from generator.model.article import (
    Block,
    Correction,
    Facts,
    FrontMatter,
    Media,
    Picture,
    Reading,
    Role,
    Source,
)
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.findings import Form, Kind, Mention, Quote, Speaker, quote_id
from generator.model.text import Location, Selector, Span

TEXT = """Storm ‘very serious’

The storm was “very serious, and long,” said Ada Quill. “We are ready,” she went on.

Her deputy, Tom Vale, spoke of “so-called help” and said that the port had been harassed. “We are ready,” he
said.

The Harbour League had no words for it. Help was late.

Read on: very good pictures of harassed sailors"""

BLOCKS = [Role.HEADLINE, Role.PARAGRAPH, Role.PARAGRAPH, Role.PARAGRAPH, Role.BOILERPLATE]
WHERE = Location("articles/storm.md", 7, 5)


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def found(words: str, nth: int = 0, **more: Any) -> Quote:  # noqa: ANN401 - fields of Quote
    place = span(words, nth)
    number = f"-{nth + 1}" if nth else ""
    return Quote(f"{quote_id('storm', words)}{number}", (place,), words, **{"form": Form.DIRECT, **more})


ADA = Speaker("Ada Quill", span("Ada Quill"), "ada-quill", "harbour-league", 0.9, "cue")
TOM = Speaker("Tom Vale", span("Tom Vale"), "tom-vale", None, 0.8, "cue")
HEADLINE = found("very serious", form=Form.HEADLINE)
SERIOUS = found("very serious, and long,", speaker=ADA)
READY = found("We are ready,", speaker=ADA)
HELP = found("so-called help", form=Form.SCARE)
INDIRECT = found("that the port had been harassed", form=Form.INDIRECT, speaker=TOM)
READY_TOO = found("We are ready,", 1, speaker=TOM)
QUOTES = (HEADLINE, SERIOUS, READY, HELP, INDIRECT, READY_TOO)
MENTIONS = (
    Mention(span("Ada Quill"), "Ada Quill", Kind.PERSON, "ada-quill", "harbour-league"),
    Mention(span("The Harbour League"), "Harbour League", Kind.ACTOR, None, "harbour-league"),
)


def reading(quotes: tuple[Quote, ...] = QUOTES) -> Reading:
    blocks, at, line = [], 0, 1
    for role, words in zip(BLOCKS, TEXT.split("\n\n"), strict=True):
        blocks.append(Block(role, Span(at, at + len(words)), line))
        at += len(words) + 2
        line += 2
    return Reading(TEXT, tuple(blocks), Facts(), seed="storm", quotes=quotes, mentions=MENTIONS)


def at(exact: str, prefix: str = "", suffix: str = "", **decision: Any) -> Correction:  # noqa: ANN401 - its fields
    return Correction(Selector(exact, prefix, suffix), WHERE, **decision)


def corrected(
    *corrections: Correction, quotes: tuple[Quote, ...] = QUOTES
) -> tuple[list[Quote], list[Diagnostic]]:
    front = FrontMatter(corrections=corrections)
    source = Source("storm", "articles/storm.md", Media.MARKDOWN, TEXT, "0" * 64, front, 10)
    after, _, faults = correct(source, reading(quotes))
    return list(after), faults


def only_changed(after: list[Quote], quote: Quote) -> Quote:
    """Return what became of ``quote``, all the others being as they were."""
    assert [q for q in after if q.id != quote.id] == [q for q in QUOTES if q.id != quote.id]
    return next(q for q in after if q.id == quote.id)


def test_nothing_said_changes_nothing() -> None:
    assert corrected() == (list(QUOTES), [])


@pytest.mark.parametrize(
    "exact", ["so-called help", "“so-called help”", 'spoke of "so-called help"', "so-called"]
)
def test_a_quote_is_withdrawn(exact: str) -> None:
    after, faults = corrected(at(exact, quote=False, why="not a statement"))
    assert after == [quote for quote in QUOTES if quote is not HELP]
    assert faults == []


def test_a_quote_is_hidden_and_says_why() -> None:
    after, faults = corrected(at("very serious, and long", hidden=True, why="misquoted"))
    assert only_changed(after, SERIOUS) == replace(SERIOUS, hidden=True, why="misquoted")
    assert faults == []


def test_another_speaker_is_given_and_the_one_found_is_kept() -> None:
    after, _ = corrected(
        at("very serious, and long", speaker="Øyvind Şahin", actor="port-office", why="see tape")
    )
    assert only_changed(after, SERIOUS) == replace(
        SERIOUS,
        speaker=Speaker("Øyvind Şahin", None, "oyvind-sahin", "port-office", 1.0, "editor"),
        said_by_editor=True,
        found=ADA,
        why="see tape",
    )


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (
            {"speaker": "Ada Quill"},
            Speaker("Ada Quill", span("Ada Quill"), "ada-quill", "harbour-league", 1.0, "editor"),
        ),
        ({"speaker": "Tom Vale"}, Speaker("Tom Vale", None, "tom-vale", None, 1.0, "editor")),
        (
            {"speaker": "Harbour League"},
            Speaker("Harbour League", None, None, "harbour-league", 1.0, "editor"),
        ),
        (
            {"speaker": "Port Office", "actor": "port-office"},
            Speaker("Port Office", None, None, "port-office", 1.0, "editor"),
        ),
        (
            {"actor": "port-office"},
            Speaker("Ada Quill", span("Ada Quill"), "ada-quill", "port-office", 1.0, "editor"),
        ),
        ({"speaker": "王"}, Speaker("王", None, None, None, 1.0, "editor")),
    ],
)
def test_a_speaker_is_a_person_unless_it_is_an_actor(decision: dict[str, str], expected: Speaker) -> None:
    after, _ = corrected(at("very serious, and long", **decision))
    assert only_changed(after, SERIOUS).speaker == expected


@pytest.mark.parametrize(
    ("actor", "name"), [("harbour-league", "Harbour League"), ("port-office", "port-office")]
)
def test_an_actor_alone_speaks_where_nobody_was_found(actor: str, name: str) -> None:
    after, _ = corrected(at("so-called help", actor=actor))
    quote = only_changed(after, HELP)
    assert quote.speaker == Speaker(name, None, None, actor, 1.0, "editor")
    assert quote.form is Form.MIXED


def test_what_the_machine_found_outlives_two_corrections() -> None:
    after, _ = corrected(
        at("very serious, and long", speaker="A B"), at("very serious, and long", speaker="C D")
    )
    quote = only_changed(after, SERIOUS)
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.found) == ("C D", ADA)


def test_scare_quotes_become_a_statement() -> None:
    after, _ = corrected(at("so-called help", quote=True))
    assert only_changed(after, HELP) == replace(HELP, form=Form.MIXED, said_by_editor=True)


def test_a_quote_that_is_one_already_stays_as_it_is() -> None:
    assert corrected(at("very serious, and long", quote=True)) == (list(QUOTES), [])


def test_a_passage_means_the_quote_that_it_mostly_covers() -> None:
    after, _ = corrected(at("said Ada Quill. “We are ready,” she", hidden=True))
    assert only_changed(after, READY).hidden
    after, _ = corrected(at("serious, and long,” said Ada Quill. “We", hidden=True))
    assert only_changed(after, SERIOUS).hidden


def test_the_inner_of_two_quotes_is_meant() -> None:
    inner = found("harassed", form=Form.MIXED)
    after, _ = corrected(at("harassed", hidden=True), quotes=(INDIRECT, inner))
    assert [quote.hidden for quote in after] == [False, True]


def test_what_is_said_of_reported_speech_holds_for_the_words_in_marks_in_it() -> None:
    inner = found("harassed", form=Form.MIXED, speaker=ADA)
    clause = at("that the port had been harassed", speaker="Ada Quill")
    after, _ = corrected(clause, quotes=(INDIRECT, inner, READY_TOO))
    assert [q.speaker and q.speaker.name for q in after] == ["Ada Quill", "Ada Quill", "Tom Vale"]
    after, _ = corrected(at("that the port had been harassed", hidden=True), quotes=(INDIRECT, inner))
    assert [quote.hidden for quote in after] == [True, True]
    after, _ = corrected(at("that the port had been harassed", quote=False), quotes=(INDIRECT, inner))
    assert after == []


def test_who_says_the_words_in_marks_says_the_reported_speech_around_them() -> None:
    inner = found("harassed", form=Form.MIXED, speaker=TOM)
    after, _ = corrected(at("harassed", speaker="Ada Quill"), quotes=(INDIRECT, inner))
    assert [q.speaker and q.speaker.name for q in after] == ["Ada Quill", "Ada Quill"]


def test_all_parts_of_a_quote_count_for_it() -> None:
    split = replace(SERIOUS, parts=(*SERIOUS.parts, *READY.parts))
    after, _ = corrected(
        at(TEXT[split.parts[0].start : split.parts[1].end], hidden=True), quotes=(split, READY)
    )
    assert [quote.hidden for quote in after] == [True, False]
    after, _ = corrected(at("We are ready,", hidden=True), quotes=(split,))
    assert after[0].hidden


@pytest.mark.parametrize(
    "decision", [{"quote": True}, {"speaker": "Tom Vale"}, {"quote": True, "why": "on tape"}]
)
def test_a_quote_is_made_where_none_stands(decision: dict[str, Any]) -> None:
    after, faults = corrected(at("had no words for it", **decision))
    made = after.pop()
    assert after == list(QUOTES)
    assert faults == []
    assert made.id == quote_id("storm", "had no words for it")
    assert (made.parts, made.text) == ((span("had no words for it"),), "had no words for it")
    assert (made.form, made.said_by_editor, made.found) == (Form.INDIRECT, True, None)
    assert made.why == decision.get("why")
    assert (made.speaker.person if made.speaker else None) == ("tom-vale" if "speaker" in decision else None)


@pytest.mark.parametrize(
    ("exact", "around", "form", "words"),
    [
        ("very serious", ("Storm", ""), Form.HEADLINE, "very serious"),
        ("“very serious, and long,”", ("", ""), Form.MIXED, "very serious, and long,"),
        (" “We are ready,” she", ("", ""), Form.INDIRECT, "“We are ready,” she"),
        ("“We are ready,” ", ("", "she"), Form.DIRECT, "We are ready,"),
        ("harassed.", ("", ""), Form.INDIRECT, "harassed."),
    ],
)
def test_a_made_quote_has_its_form_from_its_marks(
    exact: str, around: tuple[str, str], form: Form, words: str
) -> None:
    (made,), _ = corrected(at(exact, *around, quote=True), quotes=())
    assert (made.form, made.text) == (form, words)


def test_a_quote_made_over_two_blocks_has_two_parts() -> None:
    after, _ = corrected(at("had no words for it. Help was late.\n\nRead on", quote=True))
    assert after[-1].text == "had no words for it. Help was late."
    after, _ = corrected(at("Help was late", quote=True), at("went on.\n\nHer deputy", quote=True))
    assert [part.of(TEXT) for part in after[3].parts] == ["went on.", "Her deputy"]


def test_a_quote_made_of_boilerplate_is_made_all_the_same() -> None:
    after, _ = corrected(at("pictures of harassed sailors", quote=True))
    assert after[-1].text == "pictures of harassed sailors"


def test_a_made_quote_stands_in_its_place_and_has_an_id_of_its_own() -> None:
    taken = replace(READY, id=quote_id("storm", "her deputy"))
    after, _ = corrected(at("Her deputy", quote=True), quotes=(SERIOUS, taken, INDIRECT))
    assert [quote.id for quote in after] == [SERIOUS.id, taken.id, f"{taken.id}-2", INDIRECT.id]


def test_of_words_that_stand_in_the_caption_it_is_said_where_they_stand() -> None:
    correction = Correction(Selector("the mole in the storm"), WHERE, quote=True)
    front = FrontMatter(corrections=(correction,), image=Picture("Boats at the mole in the storm"))
    source = Source("storm", "articles/storm.md", Media.MARKDOWN, TEXT, "0" * 64, front, 10)
    _, _, (fault,) = correct(source, reading(QUOTES))
    assert (fault.location, fault.severity, fault.code) == (WHERE, Severity.ERROR, "anchor-lost")
    assert fault.message == (
        "The words “the mole in the storm” stand not in the story but in the caption of the picture."
    )
    assert fault.hint.endswith("it is changed in the head, under image:.")


def test_words_that_are_gone_are_an_error_where_they_were_given() -> None:
    after, faults = corrected(at("quite serious, and long", hidden=True), at("so-called help", quote=False))
    assert after == [quote for quote in QUOTES if quote is not HELP]
    (fault,) = faults
    assert (fault.location, fault.severity, fault.code) == (WHERE, Severity.ERROR, "anchor-lost")
    assert "“quite serious, and long”" in fault.message
    assert "line 12: “very serious, and long,” (" in fault.hint


def test_words_that_are_nowhere_like_have_another_advice() -> None:
    _, (fault,) = corrected(at("an utterly different matter", hidden=True))
    assert fault.hint == "Give the words as they stand in the text."


def test_words_that_stand_elsewhere_now_say_so() -> None:
    _, (fault,) = corrected(at("spoke of", "minister calmly", "the weather", hidden=True))
    assert "where the correction has them" in fault.message
    assert "100 % alike" in fault.hint


@pytest.mark.parametrize("exact", ["", "“", "…"])
def test_no_words_mean_nothing(exact: str) -> None:
    after, faults = corrected(at(exact, speaker="Ada Quill"))
    assert after == list(QUOTES)
    assert [fault.code for fault in faults] in (["anchor-lost"], ["anchor-ambiguous"])


def test_two_quotes_of_the_same_words_are_ambiguous_until_the_context_says_which() -> None:
    after, (fault,) = corrected(at("We are ready", hidden=True))
    assert after == list(QUOTES)
    assert (fault.location, fault.severity, fault.code) == (WHERE, Severity.ERROR, "anchor-ambiguous")
    assert "stand in 2 places" in fault.message
    assert "line 12 (100 % alike): prefix “" in fault.hint
    assert "line 14 (100 % alike): prefix “" in fault.hint
    after, faults = corrected(at("We are ready", "", "he said", hidden=True))
    assert only_changed(after, READY_TOO).hidden
    assert faults == []


def test_of_many_places_some_are_told() -> None:
    _, (fault,) = corrected(at("e", hidden=True))
    assert fault.hint.count("prefix “") == 5
    assert " more." in fault.hint


def test_the_quote_of_just_these_words_goes_before_one_that_contains_them() -> None:
    after, faults = corrected(at("very serious", quote=False))
    assert after == [quote for quote in QUOTES if quote is not HEADLINE]
    assert faults == []


def test_the_story_goes_before_boilerplate() -> None:
    after, faults = corrected(at("harassed", hidden=True))
    assert only_changed(after, INDIRECT).hidden
    assert faults == []


@pytest.mark.parametrize(
    ("decision", "severity"),
    [
        ({"quote": False}, Severity.INFO),
        ({"quote": False, "speaker": "Ada Quill"}, Severity.INFO),
        ({"hidden": True}, Severity.WARNING),
        ({"why": "because"}, Severity.WARNING),
    ],
)
def test_a_correction_of_what_is_not_there_is_told(decision: dict[str, Any], severity: Severity) -> None:
    after, (fault,) = corrected(at("had no words for it", **decision))
    assert after == list(QUOTES)
    assert (fault.code, fault.severity) == ("correction-idle", severity)


def test_a_quote_has_the_extent_that_an_editor_gives_it() -> None:
    after, faults = corrected(at("very serious, and long", extent=Selector("and long")))
    assert faults == []
    (quote,) = [q for q in after if q.id == SERIOUS.id]
    assert (quote.text, quote.parts, quote.found_text) == ("and long", (span("and long"),), SERIOUS.text)
    assert quote.said_by_editor
    assert quote.speaker == SERIOUS.speaker


def test_a_longer_extent_takes_in_the_quotes_that_it_covers_but_not_what_stands_between() -> None:
    whole = "“very serious, and long,” said Ada Quill. “We are ready,”"
    after, faults = corrected(at("very serious, and long", extent=Selector(whole)))
    assert faults == []
    (quote,) = [q for q in after if q.id == SERIOUS.id]
    assert quote.text == "very serious, and long, We are ready,"
    assert quote.parts == (span("very serious, and long,"), span("We are ready,"))
    assert READY.id not in {q.id for q in after}


def test_a_missed_quote_has_the_extent_given() -> None:
    after, _ = corrected(at("Help", suffix=" was", quote=True, extent=Selector("Help was late")))
    assert [q.text for q in after if q not in QUOTES] == ["Help was late"]


@pytest.mark.parametrize("extent", ["nowhere to be found", "Tom Vale", "We are ready"])
def test_an_extent_elsewhere_is_not_applied(extent: str) -> None:
    after, (fault,) = corrected(at("very serious, and long", extent=Selector(extent), speaker="Tom Vale"))
    assert after == list(QUOTES)
    assert (fault.code, fault.severity) == ("anchor-lost", Severity.ERROR)


def test_a_day_and_other_quotes_are_kept_with_the_quote() -> None:
    entry = at("harassed", day="2015-10-05", same_statement=("q-1",), not_same_statement=("q-2",))
    after, _ = corrected(entry, replace(entry, same_statement=("q-3", "q-1")))
    (quote,) = [q for q in after if q.id == INDIRECT.id]
    assert (quote.day, quote.same_statement, quote.not_same_statement) == (
        "2015-10-05",
        ("q-1", "q-3"),
        ("q-2",),
    )


def test_what_each_correction_did_is_told() -> None:
    corrections = (
        at("very serious, and long", speaker="Tom Vale"),
        at("so-called help", quote=False),
        at("Help was late", quote=True),
        at("gone", hidden=True),
    )
    front = FrontMatter(corrections=corrections)
    source = Source("storm", "articles/storm.md", Media.MARKDOWN, TEXT, "0" * 64, front, 10)
    changes = correct(source, reading(QUOTES)).changes
    assert [(c.correction.at.exact, c.before) for c in changes] == [
        ("very serious, and long", SERIOUS),
        ("so-called help", HELP),
        ("Help was late", None),
    ]
    assert changes[0].quote == SERIOUS.id


decisions = st.fixed_dictionaries(
    {"quote": st.sampled_from([None, True, False]), "hidden": st.booleans()},
    optional={"speaker": st.sampled_from(["Ada Quill", "Tom Vale"]), "actor": st.just("harbour-league")},
)


@given(st.data(), decisions)
def test_a_quote_that_is_not_covered_is_never_changed(data: st.DataObject, decision: dict[str, Any]) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, min(len(TEXT), start + 60)))
    chosen = Selector(TEXT[start:end], TEXT[max(0, start - 40) : start], TEXT[end : end + 40])
    after, _ = corrected(Correction(chosen, WHERE, **decision))
    left = {quote.id: quote for quote in after}
    untouched = [q for q in QUOTES if not any(part.shared(Span(start, end)) for part in q.parts)]
    assert all(left.get(quote.id) == quote for quote in untouched)
    assert sum(left.get(quote.id) != quote for quote in QUOTES) <= 1
    for quote in after:
        assert all(0 <= part.start < part.end <= len(TEXT) for part in quote.parts)
    assert len(left) == len(after)


def test_of_two_corrections_that_differ_the_later_holds_and_the_earlier_is_told() -> None:
    first, later = at("very serious, and long", speaker="Bo"), at("very serious, and long", speaker="Ada")
    made = correct(
        Source("storm", "a.md", Media.MARKDOWN, TEXT, "", FrontMatter(corrections=(first, later))), reading()
    )
    assert [(d.code, d.message) for d in made.faults] == [
        ("correction-overruled", 'speaker: of these words a later correction says "Ada", which holds')
    ]
    dated = replace(later, date="2031-05-06")
    assert corrected(first, dated)[1] == []
    assert corrected(first, at("very serious, and long", day="2031-05-06"))[1] == []
    assert corrected(first, first)[1] == []
