from __future__ import annotations

import pytest

from generator.link.occasions import UNKNOWN, may_be_one, occasions
from generator.link.variants import clusters
from generator.model.article import Article, Block, FrontMatter, Role
from generator.model.findings import Form, Quote
from generator.model.text import Span
from tests.unit.link.articles import speaker

SAID = "We are willing to sail at night with all of our boats"
ADA = speaker("Ada Quill", "pier")


def told(name: str, text: str, *words: str) -> Article:
    """Make a report of one paragraph with these quotes, SAID if none is given."""
    whole = text.format(SAID)
    spans = [Span(at := whole.index(w), at + len(w)) for w in words or (SAID,)]
    quotes = [Quote(f"q-{name}-{n}", (s,), s.of(whole), Form.DIRECT, ADA) for n, s in enumerate(spans)]
    block = Block(Role.PARAGRAPH, Span(0, len(whole)), 1)
    return Article(name, f"articles/{name}.md", FrontMatter(), whole, (block,), tuple(quotes), (), ())


def occasion(text: str) -> set[str]:
    article = told("a", text)
    (found,) = occasions(article, article.quotes)
    return set(found)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“{},” Quill told the Harbour Post on Monday.", {"to harbour post"}),
        ("“{},” she said in an exclusive interview with CNN, the first in years.", {"to cnn"}),
        ("“{},” she said in an interview.", {"interview"}),
        ("“{}!” Quill told CNN.", {"to cnn"}),
        ("In a long open letter to the port, Quill wrote: “{}.”", {"letter"}),
        ("“{},” she wrote on Twitter.", {"post"}),
        ("Quill tweeted: “{}”", {"post"}),
        ("“{},” she told a cheering crowd at a rally.", {"stage"}),
        ("“{},” she told reporters at the quay.", {"press"}),
        ("“{},” she told HuffPost.", {"to huffington post"}),
        # Told of something else, or not told.
        ("“{},” said Ada Quill.", set()),
        ("“{},” she told Tom Reed.", set()),
        ("“{},” she said in response to a letter.", set()),
        ("She had been seen on Facebook. “{},” she said.", set()),
        ("“{}.” Reed told CNN that she was wrong.", set()),
        ("“{},” she said. Reed told CNN that she was wrong.", set()),
        (f"She told CNN much of it, {'and more, ' * 20}and said: “{{}}”", set()),
    ],
)
def test_what_is_told_of_the_occasion(text: str, kinds: set[str]) -> None:
    assert occasion(text) == kinds


def test_other_words_in_marks_are_not_the_reporters() -> None:
    article = told(
        "a", "“We said so on Twitter, too,” she told CNN, and “{}”", "We said so on Twitter, too", SAID
    )
    assert list(occasions(article, article.quotes)) == [frozenset({"to cnn"})] * 2


def test_a_sentence_that_a_quote_begins_is_another() -> None:
    text = "“We said so,” she wrote on Facebook. “No,” she said, and “{}”, she told CNN."
    article = told("a", text, "We said so", "No", SAID)
    assert [set(found) for found in occasions(article, article.quotes)] == [{"post"}, {"to cnn"}, {"to cnn"}]


def test_a_quote_that_stands_nowhere_was_said_nowhere() -> None:
    assert list(occasions(told("a", "{}"), [Quote("q", (), SAID, Form.DIRECT)])) == [UNKNOWN]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("to cnn", "to harbour post", False),
        ("to post", "to harbour post", True),
        ("to cnn", "to cnn", True),
        ("to cnn", "interview", True),
        ("to cnn", "press", True),
        ("to cnn", "post", False),
        ("to cnn", "stage", False),
        ("stage", "press", True),
        ("stage", "letter", False),
        ("post", "letter", False),
        ("post", "post", True),
    ],
)
def test_which_occasions_may_be_one(one: str, other: str, joined: bool) -> None:  # noqa: FBT001
    a, b = frozenset({one}), frozenset({other})
    assert may_be_one(a, b) == may_be_one(b, a) == joined
    assert may_be_one(a, UNKNOWN)
    assert may_be_one(a | {"letter"}, b | {"letter"})


CNN, POST = "“{},” Quill told CNN.", "“{},” Quill told the Harbour Post."
NEARLY = SAID.replace("all of", "each of")


def grouped(*articles: Article) -> set[frozenset[str]]:
    return {frozenset(m.article for m in c.members) for c in clusters(articles)}


def test_nearly_the_same_words_in_two_interviews_are_two_statements() -> None:
    post = POST.replace("{}", NEARLY)
    assert grouped(told("a", CNN), told("b", post, NEARLY)) == {frozenset("a"), frozenset("b")}
    assert grouped(told("a", CNN), told("b", CNN.replace("{}", NEARLY), NEARLY)) == {frozenset("ab")}
    assert grouped(told("a", CNN), told("b", "“{},” said Quill.")) == {frozenset("ab")}


def test_not_even_where_a_third_report_does_not_tell_in_which() -> None:
    lot = [told("a", CNN), told("b", POST.replace("{}", NEARLY), NEARLY), told("c", "“{},” said Quill.")]
    assert grouped(*lot) == {frozenset("ac"), frozenset("b")}


def test_but_long_words_that_are_the_very_same_were_said_once() -> None:
    whole = f"{SAID}, lanterns lit, whether or not pilots are found who dare to come aboard"
    mail = "“{},” Quill wrote on Facebook.".replace("{}", whole)
    letter = "“{},” Quill wrote in a letter.".replace("{}", whole)
    assert grouped(told("a", mail, whole), told("b", letter, whole)) == {frozenset("ab")}
