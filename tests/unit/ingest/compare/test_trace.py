from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.clean import clean
from generator.ingest.compare.trace import Traced, trace
from generator.ingest.write import article_of
from generator.model.article import Article, Block, CleanText, FrontMatter, Media, RawDocument, Role, Source
from generator.model.findings import Form, Quote
from generator.model.settings import ReadSettings
from generator.model.text import Span

STORY = "The pilots of Sunholm have *refused* to work at night since a “tug” was sunk there in March."


def read(body: str, media: Media = Media.TEXT, title: str | None = None) -> CleanText:
    return clean(RawDocument(body, media, "seed", title=title), ReadSettings())


def article(text: CleanText, *quotes: tuple[str, ...]) -> Article:
    """Make an article of which these words are quoted."""
    made = []
    for n, parts in enumerate(quotes):
        spans = tuple(Span(at := text.text.index(words), at + len(words)) for words in parts)
        made.append(Quote(f"q-{n}", spans, " ".join(parts), Form.DIRECT))
    return Article("pier", "articles/pier.md", FrontMatter(), text.text, text.blocks, tuple(made), (), ())


def ingested(saved: str) -> CleanText:
    source = Source("pier", "sources/pier.txt", Media.TEXT, saved, "d" * 64)
    made = article_of(source, read(saved))
    return read(made.body, Media.MARKDOWN, made.front.title)


def words_of(found: Traced, saved: CleanText) -> list[list[str]]:
    return [[span.of(saved.text) for span in quote.saved] for quote in found.article.quotes]


def test_in_a_block_left_alone_a_quote_is_where_it_was() -> None:
    saved = read(
        "Pilots refuse\n\nThe pilots have answered the port with a letter that says: “We will not sail.”"
    )
    text = read(
        "The pilots have answered the port with a letter that says: “We will not sail.”", Media.MARKDOWN
    )
    found = trace(article(text, ("We will not sail.",)), saved)
    assert words_of(found, saved) == [["We will not sail."]]
    assert found.lines == {"q-0": 3}


def test_escapes_do_not_matter() -> None:
    saved = read(STORY)
    found = trace(article(ingested(STORY), ("have \\*refused\\* to", "“tug”")), saved)
    assert words_of(found, saved) == [["have *refused* to", "tug”"]]


def test_items_are_found_without_their_numbers() -> None:
    body = f"{STORY}\n\n1. they *go*\n2. they stay\n\n{STORY}"
    saved = read(body)
    found = trace(article(ingested(body), ("they stay",), ("they \\*go",)), saved)
    assert words_of(found, saved) == [["they stay"], ["they *go"]]
    assert found.lines == {"q-0": 4, "q-1": 3}


def test_what_stands_twice_is_found_in_the_story() -> None:
    again = "Nobody came."
    cut = Block(Role.BOILERPLATE, Span(0, 12), 3, "related")
    saved = CleanText(f"{again}\n\n{again}", (cut, Block(Role.PARAGRAPH, Span(14, 26), 7)))
    found = trace(article(read(f"*{again}*", Media.MARKDOWN), ("Nobody",)), saved)
    assert found.article.quotes[0].saved == (Span(14, 20),)
    assert found.lines == {"q-0": 7}


def test_in_a_changed_block_words_that_stand_once_are_found() -> None:
    saved = read(
        f"{STORY}\n\nNobody came, and nobody will come again, he said in the old customs house today."
    )
    text = read("Nobody came, and nobody will come again: so he said.", Media.MARKDOWN)
    found = trace(article(text, ("and nobody will come again",), ("so he said",), ("obody",)), saved)
    assert words_of(found, saved) == [["and nobody will come again"], [], []]
    assert found.lines == {"q-0": 3}


def test_words_without_a_letter_are_found_if_they_stand_once() -> None:
    saved, text = read(STORY), ingested(STORY)
    assert words_of(trace(article(text, ("“",)), saved), saved) == [["“"]]
    assert words_of(trace(article(text, (" ",)), saved), saved) == [[]]


def test_a_quote_that_is_only_partly_found_is_not() -> None:
    saved = read(STORY)
    text = read(f"{STORY} And more.", Media.MARKDOWN)
    found = trace(article(text, ("at night", "And more")), saved)
    assert words_of(found, saved) == [[]]
    assert found.lines == {}


def test_a_quote_outside_every_block_is_not_found() -> None:
    text = read(f"{STORY}\n\nNobody came.", Media.MARKDOWN)
    found = trace(article(text, ("March.\n\nNobody",)), read(STORY))
    assert found.article.quotes[0].saved == ()


@given(st.text("ab *_.“”[]1\n", max_size=60), st.integers(0, 60), st.integers(1, 30))
@settings(deadline=None)
def test_a_traced_span_has_the_letters_of_the_quote(words: str, start: int, length: int) -> None:
    body = f"{STORY}\n\n{words}\n\n{STORY}"
    saved, text = read(body), ingested(body)
    span = Span(min(start, len(text.text) - 1), min(start + length, len(text.text)))
    quoted = Quote("q", (span,), span.of(text.text), Form.DIRECT)
    made = Article("pier", "articles/pier.md", FrontMatter(), text.text, text.blocks, (quoted,), (), ())
    for quote in trace(made, saved).article.quotes:
        for part, there in zip(quote.parts, quote.saved, strict=False):
            assert letters(there.of(saved.text)) == letters(part.of(text.text))


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
