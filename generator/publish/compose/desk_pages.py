"""The pages in the desk's own voice: corrections, about, its other pages, and the one for nothing found."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.article import Media, Role
from generator.model.backmatter import AboutView, CorrectionsView, PlainView
from generator.model.findings import Form
from generator.model.parts import Link, OutletRow
from generator.model.site import Counts, Page
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.show.changes import rows
from generator.publish.show.frame import Frame, page
from generator.publish.weave.body import desk_html, page_html
from generator.publish.weave.links import DESK_NOTE
from generator.publish.weave.marks import attribute, escape
from generator.publish.weave.passages import plain

if TYPE_CHECKING:
    from generator.model.corpus import EditorsPage
    from generator.publish.show.cards import Cards
    from generator.publish.tally.ledger import Ledger

SPECIAL = frozenset({"index", "about"})  # pages whose words stand on the front page and on "about"


def corrections_page(frame: Frame) -> Page:
    """Return what editors corrected: the dated first, newest first, then report by report."""
    cards, say = frame.cards(urls.CORRECTIONS), frame.tongue.say
    feed = Link(say("feed.corrections"), cards.to(urls.CORRECTIONS_ATOM))
    shell = frame.shell(urls.CORRECTIONS, say("nav.corrections"), say("corrections.says"), feed)
    view = CorrectionsView(shell, rows(frame.changes.entries, cards))
    return page(urls.CORRECTIONS, "corrections", view)


def about_page(frame: Frame, intro: EditorsPage | None) -> Page:
    """Return how the briefing was made: counts, what was left out, by which rule."""
    ledger, cards = frame.ledger, frame.cards(urls.ABOUT)
    articles = ledger.corpus.articles
    counts = counts_of(ledger)
    cuts: Counter[str] = Counter()
    for article in articles:
        cuts.update(phrases.rule(frame.tongue, cut.rule) for cut in article.front.cut)
        cuts.update(
            phrases.rule(frame.tongue, b.rule or "boilerplate")
            for b in article.blocks
            if b.role is Role.BOILERPLATE and b.rule != DESK_NOTE
        )
    html = editors_html(cards, intro) if intro else ""
    view = AboutView(
        shell=frame.written_shell(urls.ABOUT, intro.title, plain(html))
        if intro
        else frame.shell(urls.ABOUT, frame.tongue.say("nav.about"), _told(frame)),
        intro_html=html,
        reports=len(articles),
        outlets=_outlets(frame, cards),
        quotes=counts.quotes,
        reported_speech=counts.reported_speech,
        unnamed=counts.unnamed,
        statements=counts.statements,
        corrections=len(frame.changes.entries),
        cuts=tuple(sorted(cuts.items(), key=lambda pair: (-pair[1], pair[0]))),
        unread=frame.beside.unread,
    )
    return page(urls.ABOUT, "about", view)


def _told(frame: Frame) -> str:
    counts = ((len(frame.ledger.corpus.articles), "report"), (len(frame.ledger.statements), "statement"))
    return frame.tongue.say("guide.says", counts=frame.tongue.counts(counts))


def counts_of(ledger: Ledger) -> Counts:
    """Count what is shown: the same on the page about the briefing and at the end of a build."""
    shown = [each.quote for inside in ledger.shown.values() for each in inside]
    return Counts(
        quotes=len(shown),
        reported_speech=sum(1 for quote in shown if quote.form is Form.INDIRECT),
        unnamed=sum(1 for quote in shown if quote.speaker is None),
        statements=len(ledger.statements),
    )


def _outlets(frame: Frame, cards: Cards) -> tuple[OutletRow, ...]:
    own = frame.gathered.outlets
    rows = [
        OutletRow(
            Link(o.name, cards.to(urls.outlet(o.id))),
            len(own.said.get(o.id, ())),
            len(own.reports.get(o.id, ())),
        )
        for o in frame.ledger.corpus.outlets
    ]
    return tuple(sorted(rows, key=lambda row: (-row.reports, -row.statements, row.outlet.text)))


def editors_pages(frame: Frame) -> list[Page]:
    """Return every other page of the editors."""
    return [_written(frame, p) for p in frame.ledger.corpus.pages if p.id not in SPECIAL]


def _written(frame: Frame, written: EditorsPage) -> Page:
    path, language = urls.plain(written.id), frame.ledger.settings.language
    html = editors_html(frame.cards(path), written)
    shell = frame.written_shell(path, written.title, plain(html))
    return page(path, "plain", PlainView(shell, written.title, html, language))


def editors_html(cards: Cards, written: EditorsPage) -> str:
    """Return the body of a page that editors wrote; a draft, which previews alone have, says so."""
    if written.draft:
        said = escape(cards.tongue.say("article.draft"))
        rest = editors_html(cards, replace(written, draft=False))
        return f'<p class="draft"{cards.around.ours}>{said}</p>\n{rest}'
    if written.media is Media.HTML:
        return page_html(written.body)
    if written.media is Media.TEXT:
        return "".join(
            f"<p>{escape(words.strip())}</p>\n" for words in written.body.split("\n\n") if words.strip()
        )
    return desk_html(written.body, cards.around)


def not_found_page(frame: Frame) -> Page:
    """Return the page for an address at which nothing stands."""
    cards = frame.cards(urls.NOT_FOUND)
    ways = (Link(frame.tongue.say("nav.front"), cards.to(urls.FRONT)), *cards.nav)
    text = escape(frame.tongue.say("not-found.text"))
    items = "".join(f'<li><a href="{attribute(w.href)}">{escape(w.text)}</a></li>\n' for w in ways)
    heading = frame.tongue.say("not-found.heading")
    html = f"<p>{text}</p>\n<ul>\n{items}</ul>\n"
    return page(urls.NOT_FOUND, "plain", PlainView(frame.shell(urls.NOT_FOUND, heading), heading, html))
