"""The page of one report: the story, its apparatus and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from generator.model.article import Article, Role
from generator.model.corpus import Note
from generator.model.findings import Form
from generator.model.parts import CutView, Day, Elsewhere, Fact, Link, NoteView, QuoteView, WithdrawnView
from generator.model.text import Span
from generator.model.views import ArticleView
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.show.cards import Cards, byline
from generator.publish.show.citing import cite_report
from generator.publish.show.frame import Frame, page, shortened
from generator.publish.show.noting import note_html
from generator.publish.tally import sparing
from generator.publish.weave.body import body_html, inline_html, plain_words
from generator.publish.weave.links import DESK_NOTE, Around
from generator.publish.weave.marks import Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from generator.model.findings import Quote
    from generator.model.parts import Shell
    from generator.model.site import Page
    from generator.publish.tally.shown import Shown
    from generator.publish.tally.statements import Statement

_SIGNS = "*†‡§‖¶"
_DIGEST = 12  # letters of a digest that are shown
_CUT = 60  # letters of a text left out that an excerpt's page shows
_ELSEWHERE = 5  # other reports of a statement that are named beside it; the rest are counted
_DESCRIBED = 40  # words of a story that describe it


@dataclass(frozen=True, slots=True)
class _Told:
    """One article on its way to its page."""

    frame: Frame
    cards: Cards
    article: Article
    notes: tuple[Note, ...]
    excerpt: bool


def article_pages(frame: Frame, wanted: Container[str] | None = None) -> list[Page]:
    """Return the page of every report, or of those whose ids are wanted."""
    corpus = frame.ledger.corpus
    notes: dict[str, list[Note]] = {}
    for note in corpus.notes:
        notes.setdefault(note.article, []).append(note)
    # The timeline runs from the first day to the last, the undated at its end.
    days = frame.ledger.days
    order = [a for a in reversed(corpus.articles) if days[a.id]] + [
        a for a in corpus.articles if not days[a.id]
    ]
    made = []
    for n, article in enumerate(order):
        before = order[n - 1] if n else None
        after = order[n + 1] if n + 1 < len(order) else None
        if wanted is None or article.id in wanted:
            about = _in_text_order(notes.get(article.id, ()))
            told = _Told(
                frame, frame.cards(urls.article(article.id)), article, about, is_excerpt(frame, article)
            )
            made.append(_page(told, (before, after)))
    return made


def _page(told: _Told, beside: tuple[Article | None, Article | None]) -> Page:
    frame, article = told.frame, told.article
    path = urls.article(article.id)
    shell = replace(
        frame.shell(path, frame.ledger.title(article)[0], _description(told)),
        title_language=frame.ledger.title_language(article),
        description_language=frame.ledger.language(article),
    )
    view = replace(
        _view(told, shell),
        facts=_facts(told),
        corrected=frame.corrected(path),
        previous=_beside(told, beside[0]),
        following=_beside(told, beside[1]),
        cite=cite_report(frame, article),
    )
    return page(path, "article", view)


def _view(told: _Told, shell: Shell) -> ArticleView:
    """Return the report itself: its story with what belongs to it, what was left out, who speaks in it."""
    article, ledger, cards = told.article, told.frame.ledger, told.cards
    front, marks, language = article.front, _marks(told), ledger.language(article)
    day = ledger.days[article.id]
    title, made = ledger.own_title(article)
    caption, credit = (front.image.caption, front.image.credit) if front.image else ("", "")
    titled = _line(told, Role.HEADLINE, front.title or "", marks)
    written = told.frame.tongue.spoken(_block(article, Role.BYLINE), language)
    return ArticleView(
        shell=shell,
        language=language,
        title=title,
        made=made,
        headline=front.headline or "",
        draft=front.draft,
        title_html=titled or inline_html(title, _whole(title), ()),
        dek_html=_line(told, Role.DEK, front.dek or "", marks),
        byline=byline(cards, article) or written,
        outlet=cards.outlet(article),
        day=cards.day(day),
        body_html=body_html(article.text, article.blocks, marks, _around(told)),
        excerpt=told.excerpt,
        left_out=ledger.left.get(article.id, 0),
        share=ledger.settings.excerpt_share,
        caption=caption or _block(article, Role.CAPTION),
        credit=credit or _block(article, Role.CREDIT),
        quotes=tuple(_quote(told, shown, n) for n, shown in enumerate(ledger.shown[article.id], 1)),
        notes=tuple(_note(told, note, n) for n, note in enumerate(told.notes)),
        withdrawn=tuple(_withdrawn(told, quote) for quote in article.quotes if quote.hidden),
        voices=cards.actors(ledger.actors_in[article.id]),
        people=tuple(cards.person(ledger.people[p], day) for p in ledger.people_in[article.id]),
        cuts=_cuts(told),
        origin=urls.external(front.url),
    )


def is_excerpt(frame: Frame, article: Article) -> bool:
    """Tell whether an excerpt of an article is shown."""
    return sparing.is_excerpt(article, frame.ledger.outlets.get(article.id), frame.ledger.settings)


def _marks(told: _Told) -> tuple[Mark, ...]:
    cards, article, ledger = told.cards, told.article, told.frame.ledger
    marks = [
        Mark(
            id=shown.quote.id,
            kind=MarkKind.QUOTE,
            parts=shown.quote.parts,
            sign=str(n),
            hue=cards.speaker(shown.quote.speaker, ledger.said_on(shown)).hue,
            indirect=shown.quote.form is Form.INDIRECT,
        )
        for n, shown in enumerate(ledger.shown[article.id], 1)
    ]
    marks += [Mark(q.id, MarkKind.WITHHELD, q.parts) for q in article.quotes if q.hidden]
    marks += [Mark(f"w-{n}", MarkKind.WITHHELD, (span,)) for n, span in enumerate(article.withheld, 1)]
    for n, note in enumerate(told.notes):
        if note.span:
            marks.append(Mark(note.id, MarkKind.NOTE, (note.span,), _sign(n)))
    return tuple(marks)


def _sign(n: int) -> str:
    """Return the sign of the n-th note, from 0: *, †, … then doubled."""
    return _SIGNS[n % len(_SIGNS)] * (n // len(_SIGNS) + 1)


def _in_text_order(notes: Sequence[Note]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda n: (n.span is None, n.span.start if n.span else 0, n.id)))


def _line(told: _Told, role: Role, given: str, marks: Sequence[Mark]) -> str:
    """Return a headline or a dek with its quotes marked; as it was given where the text has none."""
    for block in told.article.blocks:
        if block.role is role:
            return inline_html(told.article.text, block.span, marks)
    return inline_html(given, _whole(given), ()) if given else ""


def _whole(words: str) -> Span:
    return Span(0, len(words))


def _block(article: Article, role: Role) -> str:
    return " ".join(plain_words(b.span.of(article.text)) for b in article.blocks if b.role is role)


def _description(told: _Told) -> str:
    """Return the dek, else the first words of the story: of an excerpt no more than it shows."""
    article = told.article
    if article.front.dek:
        return article.front.dek
    words = told.frame.ledger.settings.excerpt_words if told.excerpt else _DESCRIBED
    for block in article.blocks:
        if block.role is Role.PARAGRAPH:
            return plain_words(" ".join(block.span.of(article.text).split()[:words]))
    return ""


def _quote(told: _Told, shown: Shown, number: int) -> QuoteView:
    frame, cards, quote = told.frame, told.cards, shown.quote
    statement = frame.ledger.statement_of.get(quote.id)
    elsewhere, left = _elsewhere(told, statement) if statement else ((), 0)
    return QuoteView(
        id=quote.id,
        number=number,
        words=shown.words,
        form=quote.form,
        voice=cards.in_report(shown, frame.ledger.said_on(shown)),
        statement=cards.to(urls.statement(statement.cluster.id)) if statement else "",
        elsewhere=elsewhere,
        corrected=frame.changes.told_of(quote.id),
        line=frame.beside.lines.get(quote.id, 0),
        further=cards.tongue.count("further-report", left) if left else "",
        origin=frame.origin(shown),
        in_turn=quote.in_turn,
        said=cards.day(quote.said_on) if quote.said_on else None,
        described=phrases.described(
            cards.tongue.quoting(frame.ledger.language(shown.article)), quote.speaker.described
        )
        if quote.speaker
        else "",
    )


def _elsewhere(told: _Told, statement: Statement) -> tuple[tuple[Elsewhere, ...], int]:
    """Return the other outlets that have a statement, at most so many, and how many reports are not named.

    They are sorted by how what each has stands to the fullest wording.
    """
    ledger, cards = told.frame.ledger, told.cards
    own = ledger.outlet_name(told.article) or told.article.id
    others = (near for key, near in cards.nearest(statement).items() if key != own)
    named = list(islice(others, _ELSEWHERE))
    found = [
        Elsewhere(
            ledger.outlet_name(near.member.article) or _titled(told, near.member.article),
            cards.passage(near.member),
            cards.tongue.say(f"relation.{near.relation}"),
        )
        for near in named
    ]
    met = list(dict.fromkeys(e.relation for e in found))
    left = statement.reports - 1 - sum(near.reports for near in named)
    return tuple(sorted(found, key=lambda e: met.index(e.relation))), left


def _titled(told: _Told, article: Article) -> str:
    ledger = told.frame.ledger
    return told.cards.tongue.spoken(ledger.title(article)[0], ledger.title_language(article))


def _note(told: _Told, note: Note, n: int) -> NoteView:
    tongue = told.cards.tongue
    by = note.by or tongue.say("desk")
    return NoteView(
        id=note.id,
        mark=_sign(n) if note.span else "",
        kind=note.kind,
        by=by if note.public else tongue.say("note.for-desk", name=by),
        day=told.cards.day(note.date or ""),
        quoted=plain_words(note.span.of(told.article.text)) if note.span else "",
        body_html=note_html(told.cards, note, shown=not told.excerpt),
        label=tongue.named("note", note.kind),
    )


def _withdrawn(told: _Told, quote: Quote) -> WithdrawnView:
    """Tell that a quotation was withdrawn, and why; one that goes with another is told of as that one is."""
    entries = told.frame.changes.of.get(quote.id, ())
    day = max((e.date for e in entries), default="")
    return WithdrawnView(quote.id, quote.why or "", Day(day, told.cards.tongue.day(day) if day else ""))


def _cuts(told: _Told) -> tuple[CutView, ...]:
    """List what was left out, by rule: by the front matter, and by a label that the block got later."""
    article = told.article
    left = [(cut.rule, cut.text) for cut in article.front.cut]
    left += [
        (b.rule or "boilerplate", plain_words(b.span.of(article.text)))
        for b in article.blocks
        if b.role is Role.BOILERPLATE and b.rule != DESK_NOTE
    ]
    by_rule: dict[str, list[str]] = {}
    for rule, text in dict.fromkeys(left):
        by_rule.setdefault(rule, []).append(shortened(text, _CUT) if told.excerpt else text)
    tongue = told.cards.tongue
    return tuple(
        CutView(phrases.rule(tongue, rule), phrases.why(tongue, rule), tuple(texts))
        for rule, texts in sorted(by_rule.items(), key=lambda pair: -len(pair[1]))
    )


def _facts(told: _Told) -> tuple[Fact, ...]:
    front = told.article.front
    cards, say = told.cards, told.cards.tongue.say
    outlet = cards.outlet(told.article)
    url, archived = urls.external(front.url), urls.external(front.archived)
    digest = front.digest or ""
    rows = (
        Fact(say("fact.outlet"), outlet.text, outlet.href)
        if outlet
        else Fact(say("fact.outlet"), say("fact.not-stated")),
        Fact(say("fact.published"), cards.day(told.frame.ledger.days[told.article.id]).words),
        Fact(say("fact.address"), front.url or "", url),
        Fact(say("fact.archived"), front.archived or "", archived),
        Fact(say("fact.file"), front.source or told.article.path),
        Fact(say("fact.digest"), digest[:_DIGEST] + phrases.ELLIPSIS if digest else "", title=digest),
        _versions(told),
        Fact(say("fact.licence"), front.licence or (_outlet_licence(told))),
        Fact(say("fact.language"), cards.tongue.language(front.language) if front.language else ""),
    )
    return tuple(row for row in rows if row.value)


def _versions(told: _Told) -> Fact:
    """Return where it is told what changed between the savings of the report, where there are several."""
    n = len(told.frame.beside.versions.get(told.article.id, ()))
    say = told.cards.tongue.say
    if not n:
        return Fact(say("fact.versions"), "")
    return Fact(
        say("fact.versions"), say("versions.what-changed", n=n), told.cards.to(urls.versions(told.article.id))
    )


def _outlet_licence(told: _Told) -> str:
    outlet = told.frame.ledger.outlets.get(told.article.id)
    return (outlet.licence if outlet else None) or ""


def _beside(told: _Told, article: Article | None) -> Link | None:
    if article is None:
        return None
    ledger, where = told.frame.ledger, told.cards.to(urls.article(article.id))
    return Link(ledger.title(article)[0], where, ledger.title_language(article))


def _around(told: _Told) -> Around:
    return replace(told.cards.around, language=told.frame.ledger.language(told.article))
