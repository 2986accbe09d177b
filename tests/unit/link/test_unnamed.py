from __future__ import annotations

from generator.link.corpus import link
from generator.link.unnamed import unnamed_speakers
from generator.model.article import Article, Block, FrontMatter, Role
from generator.model.corpus import Corpus, Desk
from generator.model.findings import Form, Quote, Speaker
from generator.model.settings import Settings
from generator.model.text import Span

MIA = Speaker("Mia Holt", None, "mia-holt", "northland", 0.9)
WORDS = "The lamp of number {n} on the mole burns for everybody who asks"


def report(name: str, numbers: range, speaker: Speaker | None = None) -> Article:
    """Make a report that says something else on each line."""
    text, quotes, blocks = "", [], []
    for line, n in enumerate(numbers, 1):
        words = WORDS.format(n=f"{'x' * (n + 1)} {'y' * (n + 1)} {'z' * (n + 1)}")
        span = Span(len(text), len(text) + len(words))
        quotes.append(Quote(f"{name}-{n}", (span,), words, Form.DIRECT, speaker))
        blocks.append(Block(Role.PARAGRAPH, span, line))
        text += f"{words}\n"
    return Article(
        name, f"articles/{name}.md", FrontMatter(), text, tuple(blocks), tuple(quotes), (), (), body_line=4
    )


def linked(*articles: Article) -> Corpus:
    return link(articles, Desk(), Settings(title="", base_url=""))


def test_where_everybody_is_named_nothing_is_told() -> None:
    assert unnamed_speakers(linked(report("a", range(2), MIA))) == ()


def test_what_one_report_names_is_named() -> None:
    assert unnamed_speakers(linked(report("a", range(2)), report("b", range(2), MIA))) == ()


def test_one_statement_is_told_at_its_line() -> None:
    (told,) = unnamed_speakers(linked(report("a", range(2), MIA), report("b", range(5, 6))))
    assert str(told) == (
        "articles/b.md:4:1: info[unnamed-speaker]: no report names the speaker of one statement"
    )
    assert told.hint == "where you know it, give it under corrections: articles/b.md (line 4)"


def test_many_are_told_in_one_word_and_the_reports_with_most_are_listed() -> None:
    reports = [report(f"r{n}", range(10 * n, 10 * n + n)) for n in range(1, 8)]
    (told,) = unnamed_speakers(linked(*reports))
    assert told.message == "no report names the speaker of 28 statements"
    assert told.location.path == "articles/r7.md"
    assert told.hint.endswith("articles/r3.md (lines 4, 5, 6); and 2 more reports")
    assert "articles/r7.md (lines 4, 5, 6, 7, 8 and 2 more); " in told.hint
