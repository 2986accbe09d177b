from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.article import WITHDRAWN, Article, Block, FrontMatter, Role
from generator.model.findings import Form, Quote
from generator.model.text import Span
from generator.publish.tally.shown import Shown
from generator.publish.weave.sentence import attribution, place, sentence, within
from tests.pace import grows_evenly

TEXT = (
    "The fleet is out. Ada Berg called it “a slow answer” to *nobody*, she told Quay Radio. It rained.\n\n"
    "“We will wait for the boats as long as it takes us,” Berg said in Holm.\n\n"
    "“Never,” she said, “again.” Then she left.\n\n"
    "“Alone at last.”"
)


def report(*hidden: str) -> Article:
    blocks, at = [], 0
    for words in TEXT.split("\n\n"):
        blocks.append(Block(Role.PARAGRAPH, Span(at, at + len(words)), 1))
        at += len(words) + 2
    withheld = tuple(Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in hidden)
    return Article("a", "a.md", FrontMatter(), TEXT, tuple(blocks), (), (), (), withheld=withheld)


def said(*parts: str, form: Form = Form.MIXED, article: Article | None = None) -> Shown:
    spans = tuple(Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in parts)
    words = " ".join(parts)
    return Shown(article or report(), Quote("q", spans, words, form), words, words.casefold())


def read(pieces: tuple[tuple[str, str], ...]) -> str:
    return "".join(f"<{text}>" if kind == "words" else text for kind, text in pieces)


def test_a_few_words_stand_within_their_sentence() -> None:
    assert read(within(said("a slow answer"))) == (
        "Ada Berg called it <a slow answer> to nobody, she told Quay Radio."
    )


def test_all_that_is_marked_in_one_sentence_is_shown_in_it_once() -> None:
    one, other = said("a slow answer"), said("she told Quay Radio")
    assert place(one) == place(other) != place(said("It rained"))
    assert (
        read(sentence(other, one)) == "Ada Berg called it <a slow answer> to nobody, <she told Quay Radio>."
    )


def test_what_can_be_read_alone_stands_alone() -> None:
    assert within(said("We will wait for the boats as long as it takes us")) == ()


def test_the_sentence_tells_where_and_to_whom_without_many_words_of_its_own() -> None:
    found = attribution(said("We will wait for the boats as long as it takes us"))
    assert read(found) == "<We will wait for …>, Berg said in Holm."


def test_parts_keep_what_stands_between_them() -> None:
    assert read(sentence(said("Never", "again"))) == "<Never>, she said, <again>."


def test_words_without_a_sentence_have_none() -> None:
    assert sentence(said("Alone at last")) == ()
    assert sentence(said("The fleet is out", "Never")) == ()


@pytest.mark.parametrize("words", ["she told Quay Radio", "called it"])
def test_what_is_withheld_is_in_no_sentence(words: str) -> None:
    found = read(within(said("a slow answer", article=report(words))))
    assert words not in found
    assert WITHDRAWN in found
    hidden = Quote("h", (Span(TEXT.index(words), TEXT.index(words) + len(words)),), words, Form.MIXED)
    article = replace(report(), quotes=(replace(hidden, hidden=True),))
    assert read(within(said("a slow answer", article=article))) == found


def test_a_long_sentence_is_cut_at_both_ends() -> None:
    many = " ".join(["word"] * 60)
    text = f"{many} “so” {many}."
    block = Block(Role.PARAGRAPH, Span(0, len(text)), 1)
    at = text.index("so”")
    shown = Shown(
        Article("a", "a.md", FrontMatter(), text, (block,), (), (), ()),
        Quote("q", (Span(at, at + 2),), "so", Form.MIXED),
        "so",
        "so",
    )
    found = read(within(shown))
    assert found.startswith("… word")
    assert found.endswith("word …")
    assert found.count("word") <= 80


def test_the_sentences_of_many_quotations_in_one_paragraph_take_no_longer_each() -> None:
    def work(many: int) -> None:
        unit = "“We go now,” said Bo Ek of it. "
        text = unit * many
        article = replace(report(), text=text, blocks=(Block(Role.PARAGRAPH, Span(0, len(text)), 1),))
        for n in range(many):
            start = n * len(unit) + 1
            quote = Quote("q", (Span(start, start + 10),), "We go now,", Form.DIRECT)
            assert (
                read(sentence(Shown(article, quote, quote.text, ""))).strip()
                == "<We go now,> said Bo Ek of it."
            )

    assert grows_evenly(work, 100, 400)
