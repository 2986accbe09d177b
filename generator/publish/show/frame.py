"""The frame of every page, and the cards at its depth."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.model.parts import Link, Shell
from generator.model.site import Page
from generator.model.views import ActorView, DayView, OutletView, PersonView
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.show.cards import Cards
from generator.publish.show.changes import Changes, rows
from generator.publish.show.citing import cite_page
from generator.publish.show.structured import structured
from generator.publish.show.targets import target
from generator.publish.tally.beside import Beside
from generator.publish.tally.gather import Gathered
from generator.publish.tally.ledger import Ledger

if TYPE_CHECKING:
    from generator.model.parts import CorrectedRow
    from generator.model.site import View
    from generator.publish.phrase.tongue import Tongue
    from generator.publish.tally.shown import Shown

FULL = 200  # statements shown in full in a list; the rest are counted, with where they are
_CITED = (ActorView, PersonView, OutletView, DayView)  # reports and statements are cited as what they are
_DESCRIBED = 160  # letters that search engines show of a description


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page is made with."""

    ledger: Ledger
    gathered: Gathered
    beside: Beside = field(default_factory=Beside)
    changes: Changes = field(default_factory=Changes)
    _cards: dict[str, Cards] = field(default_factory=dict)
    _origins: dict[str, str] = field(default_factory=dict)

    @property
    def tongue(self) -> Tongue:
        """Return the language of the site."""
        return self.ledger.tongue

    def cards(self, path: str) -> Cards:
        """Return the cards whose links begin at the page at ``path``."""
        root = urls.root_of(path, self.ledger.settings.base_url)
        found = self._cards.get(root)
        if found is None:
            found = self._cards[root] = Cards(self.ledger, root)
        return found

    def origin(self, shown: Shown) -> str:
        """Return the address of a quote on the page of its outlet: two pages have it."""
        found = self._origins.get(shown.quote.id)
        if found is None:
            url = shown.article.front.url
            found = urls.at_words(url, target(shown.article, shown.quote)) if url else ""
            self._origins[shown.quote.id] = found
        return found

    def shell(self, path: str, title: str, description: str = "", feed: Link | None = None) -> Shell:
        """Return the frame of the page at ``path``; ``feed`` is one of its own."""
        cards, settings = self.cards(path), self.ledger.settings
        return Shell(
            site_title=settings.title,
            language=self.tongue.tag,
            direction=self.tongue.direction,
            own_language=settings.language,
            root=cards.root,
            path=urls.folder(path),
            canonical="" if path == urls.NOT_FOUND else urls.canonical(settings.base_url, path),
            title=title,
            description=shortened(description, _DESCRIBED),
            actors=cards.leading,
            home=cards.to(urls.FRONT),
            here=cards.to(path),
            nav=cards.nav,
            feeds=(
                *((feed,) if feed else ()),
                Link(self.tongue.say("feed.reports"), cards.to(urls.ATOM)),
                Link(self.tongue.say("feed.json"), cards.to(urls.JSON_FEED)),
            ),
            modified=self.changes.since(path),
        )

    def desk_shell(self, path: str, title: str, description: str = "") -> Shell:
        """Return the same with a title of the desk's."""
        return replace(self.shell(path, title, description), title_language=self.ledger.settings.language)

    def written_shell(self, path: str, title: str, description: str) -> Shell:
        """Return the same with a description of the desk's, too."""
        own = self.ledger.settings.language
        return replace(self.desk_shell(path, title, description), description_language=own)

    def corrected(self, path: str) -> tuple[CorrectedRow, ...]:
        """Return the corrections that stand on the page at ``path``, with the words that they are about."""
        return rows(self.changes.on.get(path, ()), self.cards(path))

    def corrected_of(self, path: str) -> tuple[CorrectedRow, ...]:
        """Return the dated corrections that touch an actor, a person or an outlet, without the words."""
        return rows((e for e in self.changes.on.get(path, ()) if e.date), self.cards(path), brief=True)


def page(path: str, template: str, view: View) -> Page:
    """Return the page at ``path``; it says by itself what it is about, where it has an address of its own."""
    if path == urls.NOT_FOUND:
        return Page(path, f"{template}.html", view)
    cite = cite_page(view.shell) if isinstance(view, _CITED) else None
    shell = replace(view.shell, structured=structured(view), cite=cite)
    return Page(path, f"{template}.html", replace(view, shell=shell))


def shortened(words: str, longest: int) -> str:
    """Cut words at a space before ``longest`` letters, with an ellipsis."""
    words = " ".join(words.split())
    if len(words) <= longest:
        return words
    kept = words[: longest - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + phrases.ELLIPSIS
    return kept + "\u2069" * (kept.count("\u2068") - kept.count("\u2069"))  # what is isolated ends with it
