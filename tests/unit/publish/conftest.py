"""A small invented affair: two actors, three reports, one statement in two wordings, one hidden quote."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from generator.model.article import Article, Block, Change, Correction, Cut, FrontMatter, Picture, Role
from generator.model.corpus import (
    Actor,
    Corpus,
    EditorsPage,
    Member,
    Note,
    Office,
    Outlet,
    Person,
    QuoteCluster,
    Relation,
)
from generator.model.findings import Dated, Form, Kind, Mention, Quote, Speaker
from generator.model.settings import Settings
from generator.model.text import Location, Selector, Span
from generator.publish.show.changes import open_changes
from generator.publish.show.frame import Frame
from generator.publish.tally.beside import Beside
from generator.publish.tally.gather import gather
from generator.publish.tally.ledger import Ledger, open_ledger
from generator.publish.tally.sparing import spare

ANNA = Speaker("Anna Arden", None, "anna-arden", "aldoria", 0.9)
BORVIA = Speaker("Borvia", None, None, "borvia", 0.8)


@dataclass
class Draft:
    """An article in the making: paragraphs with quotes given by their words."""

    id: str
    front: FrontMatter
    paragraphs: tuple[str, ...]
    quotes: list[Quote] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    extra: tuple[tuple[Role, str, str | None], ...] = ()

    def blocks(self) -> tuple[str, tuple[Block, ...]]:
        given: list[tuple[Role, str | None, str | None]] = [
            (Role.HEADLINE, self.front.title, None),
            (Role.DEK, self.front.dek, None),
        ]
        given += [(Role.PARAGRAPH, words, None) for words in self.paragraphs]
        given += self.extra
        text, blocks = "", []
        for role, words, rule in given:
            if words:
                text += "\n\n" if text else ""
                blocks.append(Block(role, Span(len(text), len(text) + len(words)), 1, rule))
                text += words
        return text, tuple(blocks)

    def span(self, words: str) -> Span:
        start = self.blocks()[0].index(words)
        return Span(start, start + len(words))

    def say(
        self, key: str, words: str, speaker: Speaker | None, form: Form = Form.DIRECT, **more: object
    ) -> Draft:
        made = Quote(f"{self.id}-{key}", (self.span(words),), words, form, speaker, "said", **more)  # type: ignore[arg-type]
        self.quotes.append(made)
        return self

    def name(self, words: str, kind: Kind, person: str | None, actor: str | None) -> Draft:
        self.mentions.append(Mention(self.span(words), words, kind, person, actor))
        return self

    def article(self) -> Article:
        text, blocks = self.blocks()
        dates = (Dated(Span(0, 4), "then", None),)
        return Article(
            self.id,
            f"articles/{self.id}.md",
            self.front,
            text,
            blocks,
            tuple(self.quotes),
            tuple(self.mentions),
            dates,
            made_title="" if self.front.title else "The port was quiet",
            changes=self.changes(),
        )

    def changes(self) -> tuple[Change, ...]:
        """Take each correction for that of the quote with its words, as the machine had found it."""
        made = []
        for correction in self.front.corrections:
            quote = next(q for q in self.quotes if correction.at.exact in q.text)
            made.append(Change(correction, quote.id, replace(quote, speaker=quote.found or quote.speaker)))
        return tuple(made)


def harbour() -> Article:
    front = FrontMatter(
        title="Aldoria says ‘never again’",
        dek="A dek with words",
        byline=("Nils Olsen", "Vera Sato"),
        outlet="Harbour Post",
        published="2026-03-10",
        url="https://harbour.example/1",
        archived="https://archive.example/1",
        language="en",
        source="sources/a1.txt",
        digest="0123456789abcdef0123456789abcdef",
        image=Picture("A ship", "P. Hoto"),
        cut=(
            Cut("newsletter", "Get our newsletter"),
            Cut("newsletter", "Sign up"),
            Cut("related", "More news"),
        ),
        corrections=(
            Correction(
                Selector("We will not accept the accord"), Location("x"), speaker="Anna Arden", why="see tape"
            ),
            Correction(Selector("a secret word"), Location("x"), hidden=True, why="misquoted"),
            Correction(Selector("so-called"), Location("x"), quote=False),
            Correction(Selector("the talks were over"), Location("x"), actor="borvia"),
            Correction(Selector("never again"), Location("x"), quote=True),
        ),
    )
    draft = Draft(
        "a1",
        front,
        (
            "“We will not accept the accord of Borvia,” said Anna Arden on the quay.",
            "She used “a secret word” of “so-called” friends. Borvia said that the talks were over.",
        ),
        extra=((Role.BOILERPLATE, "Follow us", "share"), (Role.CAPTION, "unused", None)),
    )
    found = Speaker("Boris Dahl", None, None, None, 0.5)
    draft.say("h", "never again", ANNA, Form.HEADLINE)
    draft.say(
        "q1",
        "We will not accept the accord of Borvia",
        ANNA,
        saved=(Span(3, 9),),
        said_by_editor=True,
        found=found,
        why="see tape",
    )
    draft.say("q2", "a secret word", ANNA, hidden=True, why="misquoted")
    draft.say("q3", "so-called", None, Form.SCARE)
    draft.say("q4", "the talks were over", BORVIA, Form.INDIRECT)
    draft.name("accord of Borvia", Kind.ACTOR, None, "borvia")
    draft.name("Anna Arden", Kind.PERSON, "anna-arden", "aldoria")
    draft.name("Follow us", Kind.ACTOR, None, "cartania")
    return draft.article()


def ledger_report() -> Article:
    front = FrontMatter(
        title="Accord refused",
        outlet="Daily Ledger",
        published="2026-03-12T23:30:00+00:00",
        url="javascript:alert(1)",
    )
    draft = Draft(
        "b2",
        front,
        ("“We will never accept the accord of Borvia, friends,” Arden said.", "“It is late,” someone said."),
    )
    draft.say("q1", "We will never accept the accord of Borvia, friends", ANNA)
    draft.say("q2", "It is late", None)
    return draft.article()


def undated() -> Article:
    draft = Draft(
        "c3",
        FrontMatter(text="excerpt"),
        ("The port was quiet. “accept the accord” stood on a wall. Ships left.",),
    )
    draft.say("q1", "accept the accord", ANNA, Form.MIXED)
    return draft.article()


def members(*given: tuple[str, str, Relation]) -> tuple[Member, ...]:
    return tuple(Member(article, f"{article}-{key}", relation) for article, key, relation in given)


@pytest.fixture
def corpus() -> Corpus:
    articles = (ledger_report(), harbour(), undated())
    same, variant, fragment = Relation.SAME, Relation.VARIANT, Relation.FRAGMENT
    clusters = (
        QuoteCluster(
            "we-will-1",
            "We will never accept the accord of Borvia, friends",
            "Anna Arden",
            "anna-arden",
            "aldoria",
            members(("b2", "q1", same), ("a1", "q1", variant), ("c3", "q1", fragment)),
        ),
        QuoteCluster("late-2", "It is late", None, None, None, members(("b2", "q2", same))),
        QuoteCluster(
            "never-3", "never again", "Anna Arden", "anna-arden", "aldoria", members(("a1", "h", same))
        ),
        QuoteCluster(
            "secret-4", "a secret word", "Anna Arden", "anna-arden", "aldoria", members(("a1", "q2", same))
        ),
    )
    anna = Person(
        "anna-arden",
        "Anna Arden",
        aliases=("Arden",),
        actor="aldoria",
        offices=(Office("Foreign Minister", "2025-01-01", None), Office("Mayor", "2020-01-01", "2024-12-31")),
        intro="Of [[aldoria]].",
        same_as=("a-arden",),
    )
    notes = (
        Note(
            "n1",
            "a1",
            Selector("the quay"),
            "See [[borvia|them]] and [[nobody]].",
            Location("notes/n1.md"),
            by="Rosa",
            kind="dispute",
            date="2026-03-11",
            span=harbour_span("the quay"),
        ),
        Note("n2", "a1", Selector("gone"), "An orphan.", Location("notes/n2.md")),
    )
    pages = (
        EditorsPage("index", "Front", "The desk’s **own** words.", Location("pages/index.md")),
        EditorsPage("about", "How we work", "By hand.", Location("pages/about.md")),
        EditorsPage("terms", "Terms", "Some [[a1]] terms.", Location("pages/terms.md")),
    )
    return Corpus(
        articles,
        (anna, Person("boris-dahl", "Boris Dahl", actor="borvia", offices=(Office("Envoy"),))),
        (
            Actor("aldoria", "Aldoria", "state", intro="A coast."),
            Actor("borvia", "Borvia", "state", aliases=("the Borvians",)),
            Actor("cartania", "Cartania"),
        ),
        (
            Outlet("harbour-post", "Harbour Post", ("harbour.example",), licence="CC BY 4.0"),
            Outlet("daily-ledger", "The Daily Ledger", aliases=("Daily Ledger",)),
        ),
        clusters,
        notes,
        pages,
    )


def harbour_span(words: str) -> Span:
    start = harbour().text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def settings() -> Settings:
    return Settings(
        "The accord",
        "https://briefing.example/crisis/",
        timezone="Europe/Brussels",
        excerpt_words=4,
        excerpt_share=100,
    )


@pytest.fixture
def ledger(corpus: Corpus, settings: Settings) -> Ledger:
    shown, left = spare(corpus, settings)
    return replace(open_ledger(shown, settings), left=left)


@pytest.fixture
def frame(ledger: Ledger) -> Frame:
    return Frame(ledger, gather(ledger), Beside(("sources/broken.txt",), {"a1-q1": 7}), open_changes(ledger))
