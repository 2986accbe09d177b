"""What holds of the reading of any text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.findings import Form
from generator.model.text import Span
from tests.texts import name_of, read

if TYPE_CHECKING:
    from generator.model.article import Reading

WORDS = """
“ ” ‘ ’ « » " ' . , : ; ? ! … – - said says told according to that who he she they it the a of in and but by
was Norway Norwegian Kremlin NATO alliance minister foreign secretary general spokeswoman statement officials
army Ada Fen Tomas Quell van der al-Tanouri J. Mrs Dr. Reuters Monday yesterday 4 March 2029 4.5 U.S. US-led
I so-called
"""
PIECES = WORDS.split()
SEPARATORS = (" ", " ", " ", "", "\n\n")
ANY_TEXT = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("“”‘’«»\"'.,:;?! \nABCabc")),
    max_size=200,
)
PROSE = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SEPARATORS)), max_size=60).map(
    lambda pairs: "".join(piece + separator for piece, separator in pairs)
)
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map(" ".join), min_size=1, max_size=5
)


def spans_of(reading: Reading) -> list[Span]:
    quoted = [part for q in reading.quotes for part in q.parts]
    speakers = [q.speaker.mention for q in reading.quotes if q.speaker and q.speaker.mention]
    return [*quoted, *speakers, *(m.span for m in reading.mentions), *(d.span for d in reading.dates)]


@given(st.one_of(ANY_TEXT, PROSE))
@settings(deadline=None)
def test_every_span_lies_in_the_text(text: str) -> None:
    reading = read(text, "2031-02-15")
    whole = Span(0, len(reading.text))
    assert all(span.start < span.end and whole.holds(span) for span in spans_of(reading))


@given(PROSE)
@settings(deadline=None)
def test_names_and_dates_stand_where_they_are_said_to(text: str) -> None:
    reading = read(text, "2031-02-15")
    assert all(d.text == d.span.of(reading.text) for d in reading.dates)
    assert all(m.span.of(reading.text).strip() == m.span.of(reading.text) for m in reading.mentions)


@given(st.one_of(ANY_TEXT, PROSE))
@settings(deadline=None)
def test_parts_are_in_order_and_quotes_overlap_only_where_reported_speech_holds_marks(text: str) -> None:
    quotes = read(text).quotes
    told = sorted(part for q in quotes if q.form is Form.INDIRECT for part in q.parts)
    marked = sorted(part for q in quotes if q.form is not Form.INDIRECT for part in q.parts)
    for parts in (told, marked):
        assert all(a.end <= b.start for a, b in pairwise(parts))
    assert all(a.holds(b) or not a.shared(b) for a in told for b in marked)
    for quote in quotes:
        assert list(quote.parts) == sorted(quote.parts)
        assert quote.text


@given(st.one_of(ANY_TEXT, PROSE))
@settings(deadline=None)
def test_ids_are_unique_and_quotes_in_order(text: str) -> None:
    quotes = read(text).quotes
    assert len({q.id for q in quotes}) == len(quotes)
    assert [q.parts[0] for q in quotes] == sorted(q.parts[0] for q in quotes)


@given(PROSE)
@settings(deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text, "2031-02-15") == read(text, "2031-02-15")


def told(text: str, gap: str, tail: str) -> list[tuple[str, str, str | None]]:
    return [(q.form, q.text, name_of(q.speaker)) for q in read(text, None, gap, tail).quotes]


@given(
    PARAGRAPHS,
    st.sampled_from(["\n", "\n\n\n", "\n \n\n", "\n\n\t\n\n"]),
    st.sampled_from(["", " ", "\t ", "  "]),
)
@settings(deadline=None)
def test_space_between_paragraphs_does_not_matter(paragraphs: list[str], gap: str, tail: str) -> None:
    text = "\n\n".join(paragraphs)
    assert told(text, gap, tail) == told(text, "\n\n", "")
