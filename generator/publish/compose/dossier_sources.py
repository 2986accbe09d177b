"""The numbered sources of a dossier: each report once, from the first day to the last, the undated behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model.article import Article
from generator.model.dossier import DossierSource, Reference
from generator.publish.address import urls
from generator.publish.show.cards import Cards, byline

if TYPE_CHECKING:
    from collections.abc import Container

    from generator.publish.tally.shown import Shown


@dataclass(frozen=True, slots=True)
class Sources:
    """The reports of a dossier in the order of their numbers, which begin with 1."""

    cards: Cards
    articles: tuple[Article, ...]
    numbers: Mapping[str, int]
    _made: dict[tuple[str, str], Reference] = field(default_factory=dict)

    def reference(self, article: Article, origin: str = "") -> Reference:
        """Return a report by its number; ``origin`` is an article that had it first from the same pen."""
        made = self._made.get((article.id, origin))
        if made is None:
            made = self._made[article.id, origin] = self._reference(article, origin)
        return made

    def _reference(self, article: Article, origin: str) -> Reference:
        ledger = self.cards.ledger
        outlet = ledger.outlet_name(article)
        first = ledger.outlet_name(ledger.articles[origin]) if origin in ledger.articles else ""
        return Reference(
            number=self.numbers[article.id],
            href=f"#{_anchor(article)}",
            outlet=outlet,
            day=self.cards.day(ledger.days[article.id]),
            origin=first if first != outlet else "",
        )

    def of(self, member: Shown) -> Reference:
        """Return the report that has a quote."""
        return self.reference(member.article, member.origin)

    def listed(self) -> tuple[DossierSource, ...]:
        """Return all of them as they stand at the end."""
        return tuple(self._entry(article) for article in self.articles)

    def _entry(self, article: Article) -> DossierSource:
        ledger, front = self.cards.ledger, article.front
        title, made = ledger.title(article)
        return DossierSource(
            id=_anchor(article),
            number=self.numbers[article.id],
            title=title,
            language=ledger.title_language(article),
            own_language=ledger.language(article),
            made=made,
            own=ledger.own_title(article)[0] if front.headline else "",
            href=self.cards.to(urls.article(article.id)),
            outlet=ledger.outlet_name(article),
            byline=byline(self.cards, article),
            day=self.cards.day(ledger.days[article.id]),
            address=urls.external(front.url),
            archived=urls.external(front.archived),
            saved=front.source or article.path,
            digest=front.digest or "",
        )


def open_sources(cards: Cards, wanted: Container[str] | None = None) -> Sources:
    """Give each report a number, or each of those whose ids are wanted."""
    ledger = cards.ledger
    oldest = tuple(reversed(ledger.corpus.articles))
    dated = [a for a in oldest if ledger.days[a.id]]
    order = [*dated, *(a for a in ledger.corpus.articles if not ledger.days[a.id])]
    kept = tuple(a for a in order if wanted is None or a.id in wanted)
    return Sources(cards, kept, {a.id: n for n, a in enumerate(kept, 1)})


def _anchor(article: Article) -> str:
    return f"r-{article.id}"
