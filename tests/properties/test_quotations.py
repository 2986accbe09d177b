"""What holds of the reading of texts that have quotations: made of sentences of our own."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.analyse.article import analyse
from generator.analyse.cue.passages import parse
from generator.analyse.weigh.attribution import LIKELY
from generator.analyse.weigh.ranking import shipped
from generator.analyse.weigh.witness import Witness
from generator.model.article import Media, RawDocument
from generator.model.findings import Form
from generator.model.text import Span
from tests.texts import clean_text, name_of, read

PEOPLE = ("Ada Fen", "Tomas Quell", "Ilse Marrow", "Liina Karo", "Bo Ek")
INTRODUCED = (
    "{who} came to the harbour.",
    "{who}, the harbour master, had been there since dawn.",
    "Norwegian foreign minister {who} met the fishermen.",
    "Nobody had slept.",
)
# @ is a quotation.
SAID = (
    "@, said {last}.",
    "@, {last} said on Monday.",
    "{last} said: @.",
    "{last} told reporters: @.",
    "@, said {last}, @.",
    "{last} called the plan @ and went home.",
    "{last} said the nets were @, but nobody listened.",
    "@, according to {last}.",
    "@.",
    "The so-called @ was shut.",
)
WORDS = (
    "the nets are torn",
    "The nets are torn and nobody will mend them",
    "We will wait until the ice has gone",
    "rotten",
    "It does not matter who comes, or when",
    "a danger to the whole town",
    "It isn’t the fishermen’s fault",
    "They [the keepers] have left … and will not come back",
)
PLAIN = (
    "The boats were drawn up on the shingle.",
    "It rained at 9 a.m. on Jan. 4, and 4.5 litres fell.",
    "{last} said the weir would hold.",
)
UNNAMED = ("@.", "Then it was said: @.", "It was said that the nets were @.", "There were no boats, but @.")
CURLY, STRAIGHT, ANGLE, INWARD = ("“", "”"), ('"', '"'), ("«", "»"), ("»", "«")
LOW, SINGLE = ("„", "“"), ("‘", "’")
MARKS = re.compile('[“”"«»„‘’]')


def sentences(forms: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Make sentences of forms."""
    words = st.lists(st.sampled_from(WORDS), min_size=2, max_size=2)
    said = st.tuples(st.sampled_from(forms), st.sampled_from(PEOPLE), words)
    return said.map(lambda made: filled(*made))


def filled(form: str, who: str, words: list[str]) -> str:
    """Fill a form; the quotations keep a neutral mark on either side."""
    out = form.format(last=who.rsplit(maxsplit=1)[-1])
    for w in words:
        out = out.replace("@", f"<{w}>", 1)
    return out


def paragraphs(forms: tuple[str, ...], others: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    """Make paragraphs in which something is said, and others in between."""
    said, plain = sentences(forms), sentences(others)
    mixed = st.lists(st.one_of(said, said, said, plain), min_size=1, max_size=4).map(" ".join)
    return st.tuples(st.lists(mixed, max_size=4), said).map(lambda made: [*made[0], made[1]])


CASTS = st.lists(st.tuples(st.sampled_from(INTRODUCED), st.sampled_from(PEOPLE)), max_size=4).map(
    lambda row: [" ".join(form.format(who=who) for form, who in row)] if row else []
)
TEXTS = st.tuples(CASTS, paragraphs(SAID, PLAIN)).map(lambda made: "\n\n".join(made[0] + made[1]))
NAMELESS = paragraphs(UNNAMED, PLAIN[1:2]).map("\n\n".join)


def in_marks(text: str, pair: tuple[str, str] = CURLY) -> str:
    return text.replace("<", pair[0]).replace(">", pair[1])


def quotes_of(text: str, gap: str = "\n\n", tail: str = "") -> list[tuple[str, str, str | None]]:
    """List what is said in a text: form, words with no marks in them, speaker."""
    reading = read(text, None, gap, tail)
    return [(q.form, MARKS.sub("", q.text), name_of(q.speaker)) for q in reading.quotes]


@given(TEXTS)
@settings(deadline=None)
def test_all_that_stands_in_marks_is_found_and_nothing_else(text: str) -> None:
    reading = read(in_marks(text))
    parts = sorted(p for q in reading.quotes if q.form is not Form.INDIRECT for p in q.parts)
    assert [p.of(reading.text) for p in parts] == re.findall("<(.*?)>", text)


@given(TEXTS)
@settings(deadline=None)
def test_spans_lie_in_the_text_and_parts_do_not_overlap(text: str) -> None:
    reading = read(in_marks(text))
    whole = Span(0, len(reading.text))
    for kind in (True, False):
        parts = sorted(p for q in reading.quotes if (q.form is Form.INDIRECT) is kind for p in q.parts)
        assert all(whole.holds(p) for p in parts)
        assert all(a.end <= b.start for a, b in pairwise(parts))


@given(TEXTS, st.sampled_from([STRAIGHT, ANGLE, INWARD, LOW, SINGLE]))
@settings(deadline=None)
def test_the_kind_of_quotation_mark_does_not_matter(text: str, pair: tuple[str, str]) -> None:
    assert quotes_of(in_marks(text, pair)) == quotes_of(in_marks(text))


@given(TEXTS, st.sampled_from(["\n", "\n\n\n", "\n \n\n"]), st.sampled_from(["", " ", "\t "]))
@settings(deadline=None)
def test_blank_lines_and_space_at_the_end_do_not_matter(text: str, gap: str, tail: str) -> None:
    marked = in_marks(text)
    assert quotes_of(marked, gap, tail) == quotes_of(marked)


@given(TEXTS)
@settings(deadline=None)
def test_who_speaks_is_named_in_the_text(text: str) -> None:
    reading = read(in_marks(text))
    outside = re.sub("<.*?>", "", text)
    for quote in reading.quotes:
        if quote.speaker is not None:
            assert quote.speaker.name in PEOPLE or quote.speaker.name in outside
            assert quote.speaker.certainty >= LIKELY
            assert quote.form is not Form.SCARE


@given(NAMELESS)
@settings(deadline=None)
def test_where_nobody_is_named_nobody_speaks(text: str) -> None:
    reading = read(in_marks(text))
    assert reading.quotes
    assert [name_of(q.speaker) for q in reading.quotes] == [None] * len(reading.quotes)


@given(TEXTS)
@settings(deadline=None)
def test_a_reading_depends_on_nothing_read_before(text: str) -> None:
    warm = read(in_marks(text))
    parse.cache_clear()
    shipped().clear()
    assert read(in_marks(text)) == warm


@given(TEXTS)
@settings(deadline=None)
def test_a_reading_before_a_witness_is_the_same(text: str) -> None:
    marked = in_marks(text)
    document = RawDocument(marked, Media.TEXT, "abc123")
    assert analyse(clean_text(marked), document, Witness) == read(marked)
