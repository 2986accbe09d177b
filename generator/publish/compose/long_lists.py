"""Lists that are too long for their page: they begin there, and are whole on a page of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.model.parts import Beyond, Link
from generator.model.views import PartView
from generator.publish.address import urls
from generator.publish.show.frame import FULL, Frame, page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.model.article import Article
    from generator.model.parts import ReportCard, StatementCard
    from generator.model.site import Page
    from generator.publish.show.cards import Cards
    from generator.publish.tally.shown import Shown
    from generator.publish.tally.statements import Statement

# Of a list that is longer than the one, as many as the other says stand on the page. Measured on 300 reports:
# the longest page of a day has 142,000 bytes, and had 506,000.
LONG, FIRST = 40, 20
# The ends of their addresses.
REPORTS, SPOKEN, ALONE, SHARED = "reports", "reported-speech", "alone", "shared"
Item = TypeVar("Item")
Card = TypeVar("Card")


class Named(NamedTuple):
    """A list: the end of its address, its heading, what is in it."""

    name: str
    heading: str
    says: str = ""


class LongLists:
    """The lists of the page at ``path`` and of that ``title``; ``pages`` are those that long ones have."""

    def __init__(self, frame: Frame, path: str, title: str) -> None:
        self.frame, self.path, self.title = frame, path, title
        self.pages: list[Page] = []

    def reports(self, named: Named, items: Sequence[Article]) -> tuple[tuple[ReportCard, ...], Beyond | None]:
        """Return how a list of reports begins, and where it is whole."""
        shown, beyond, whole = self._begun(named, items, lambda cards, some: cards.reports(some))
        self._add(named, (), whole)
        return shown, beyond

    def statements(
        self, named: Named, items: Sequence[Statement]
    ) -> tuple[tuple[StatementCard, ...], Beyond | None]:
        """Return the same of statements."""
        shown, beyond, whole = self._begun(named, items, lambda cards, some: cards.statements(some))
        self._add(named, whole, ())
        return shown, beyond

    def spoken(self, named: Named, items: Sequence[Shown]) -> tuple[tuple[StatementCard, ...], Beyond | None]:
        """Return the same of what is told in others' words."""
        shown, beyond, whole = self._begun(named, items, lambda cards, some: cards.spoken(some))
        self._add(named, whole, ())
        return shown, beyond

    def _begun(
        self,
        named: Named,
        items: Sequence[Item],
        made: Callable[[Cards, Sequence[Item]], tuple[Card, ...]],
    ) -> tuple[tuple[Card, ...], Beyond | None, tuple[Card, ...]]:
        items, cards = items[:FULL], self.frame.cards(self.path)
        if len(items) <= LONG:
            return made(cards, items), None, ()
        own = urls.part(self.path, named.name)
        beyond = Beyond(len(items) - FIRST, cards.to(own))
        return made(cards, items[:FIRST]), beyond, made(self.frame.cards(own), items)

    def _add(
        self, named: Named, statements: tuple[StatementCard, ...], reports: tuple[ReportCard, ...]
    ) -> None:
        if statements or reports:
            path = urls.part(self.path, named.name)
            title = f"{self.title}{self.frame.tongue.say('sign.colon')}{named.heading}"
            whole = Link(self.title, self.frame.cards(path).to(self.path))
            shell = self.frame.shell(path, title)
            view = PartView(shell, named.heading, whole, statements, reports, named.says)
            self.pages.append(page(path, "part", view))
