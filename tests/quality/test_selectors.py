"""A thousand selectors over texts that are changed at random: none may come to mean another sentence."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.edit.anchors import Anchored, anchor, select
from generator.ingest.label.plaintext import read_plain
from generator.model.article import STORY, Media, RawDocument
from generator.model.settings import ReadSettings
from generator.model.text import Selector, Span

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCES = Path(__file__).parents[2] / "content" / "sources"
COUNT, CHANGES = 1000, 6
LEAST_FOUND = 0.97
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z“\"])|(?<=[.!?][”\"]) (?=[A-Z“\"])")


@dataclass(slots=True)
class Sentence:
    """A sentence as it is now; ``whole`` until its words have been changed where the passage is."""

    words: list[str]
    passage: tuple[int, int] | None = None
    whole: bool = True

    def change(self, at: int, word: str) -> None:
        self.words[at] = word
        if self.passage and self.passage[0] <= at < self.passage[1]:
            self.whole = False


Text = list[list[Sentence]]


def stories() -> list[list[list[str]]]:
    """Return the stories of the demonstration: paragraphs, sentences."""
    found = []
    for path in sorted(SOURCES.glob("*.txt")):
        document = RawDocument(path.read_text(encoding="utf-8"), Media.TEXT, "seed")
        clean = read_plain(document, ReadSettings())
        found.append([_SENTENCE.split(b.span.of(clean.text)) for b in clean.blocks if b.role in STORY])
    return found


def joined(text: Text) -> str:
    return "\n\n".join(" ".join(" ".join(s.words) for s in paragraph) for paragraph in text if paragraph)


def where(text: Text) -> tuple[Span | None, Span | None]:
    """Return where the sentence of the passage stands now, and the passage, if it does word for word."""
    at = 0
    for paragraph in [p for p in text if p]:
        for n, sentence in enumerate(paragraph):
            length = len(" ".join(sentence.words))
            if sentence.passage:
                first, last = sentence.passage
                start = at + len(" ".join([*sentence.words[:first], ""]))
                span = Span(start, start + len(" ".join(sentence.words[first:last])))
                return Span(at, at + length), span if sentence.whole else None
            at += length + (2 if n == len(paragraph) - 1 else 1)
    return None, None


def change(text: Text, chance: random.Random) -> None:
    """Change one thing: a letter of a word, a number, the place of a paragraph, a sentence taken out."""
    paragraph = chance.choice([p for p in text if p])
    sentence = chance.choice(paragraph)
    kind = chance.choice(["typo", "move", "cut", "number"])
    numbers = [n for n, word in enumerate(sentence.words) if any(c.isdigit() for c in word)]
    if kind == "move":
        text.remove(paragraph)
        text.insert(chance.randrange(len(text) + 1), paragraph)
    elif kind == "cut" and sum(map(len, text)) > 1:
        paragraph.remove(sentence)
    elif kind == "number" and numbers:
        at = chance.choice(numbers)
        sentence.change(at, re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), sentence.words[at]))
    else:
        at = chance.randrange(len(sentence.words))
        word = sentence.words[at]
        letter = chance.randrange(len(word))
        sentence.change(at, word[:letter] + word[letter] + word[letter:])


def measured(found_by: Callable[[str, Selector], Anchored]) -> tuple[int, int, list[str]]:
    """Return how many passages still stand, how many of them are found, and what is taken for another."""
    chance = random.Random(2031)  # noqa: S311 - to try things out, no secret
    texts, stand, found = stories(), 0, 0
    wrong: list[str] = []
    for _ in range(COUNT):
        text: Text = [[Sentence(s.split(" ")) for s in p] for p in chance.choice(texts)]
        sentence = chance.choice([s for p in text for s in p])
        length = chance.randint(1, min(12, len(sentence.words)))
        first = chance.randint(0, len(sentence.words) - length)
        sentence.passage = (first, first + length)
        _, span = where(text)
        assert span is not None
        before = joined(text)
        if not any(c.isalnum() for c in span.of(before)):
            continue
        selector = select(before, span)
        for _ in range(chance.randint(1, CHANGES)):
            change(text, chance)
        after, home, meant = joined(text), *where(text)
        got = found_by(after, selector).span
        stand += meant is not None
        found += meant is not None and got == meant
        if got is not None and not (home and home.holds(got)):
            wrong.append(f"{selector}: {got.of(after)}")
    return stand, found, wrong


def test_a_thousand_selectors() -> None:
    stand, found, wrong = measured(anchor)
    assert wrong == []
    assert stand > COUNT // 2
    assert found / stand >= LEAST_FOUND, f"{found} of {stand}"


def bridging(text: str, selector: Selector) -> Anchored:
    """Take the first candidate where nothing agrees, as a careless tool would."""
    found = anchor(text, selector)
    return Anchored(found.candidates[0].span) if found.span is None and found.candidates else found


def by_words_alone(text: str, selector: Selector) -> Anchored:
    """Take the first place with the words, whatever stands around it."""
    at = text.find(selector.exact)
    return Anchored(Span(at, at + len(selector.exact)) if at >= 0 else None)


def timid(text: str, selector: Selector) -> Anchored:
    """Take no passage of one or two words, which may stand anywhere."""
    return anchor(text, selector) if len(selector.exact.split()) > 2 else Anchored()


def test_the_measure_tells_careless_ways_from_ours() -> None:
    assert measured(bridging)[2]
    assert measured(by_words_alone)[2]
    stand, found, _ = measured(timid)
    assert found / stand < LEAST_FOUND
