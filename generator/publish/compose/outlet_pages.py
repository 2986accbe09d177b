"""The pages of outlets: what each alone has, what it has in other words, and what it has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.views import OutletView, OwnWording
from generator.publish.address import urls
from generator.publish.compose.long_lists import ALONE, REPORTS, SHARED, LongLists, Named
from generator.publish.compose.voice_pages import rest
from generator.publish.show.frame import Frame, page
from generator.publish.show.wordings import compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.corpus import Outlet
    from generator.model.site import Page
    from generator.publish.show.cards import Cards
    from generator.publish.tally.ledger import Ledger
    from generator.publish.tally.statements import Statement

OTHERS = 2  # outlets that have by themselves what is told as missing in another
_MISSING = 40  # of these
_CHANGED = 60  # wordings


def outlet_pages(frame: Frame) -> list[Page]:
    """Return the page of every outlet."""
    return [page for outlet in frame.ledger.corpus.outlets for page in _outlet(frame, outlet)]


def _outlet(frame: Frame, outlet: Outlet) -> list[Page]:
    path = urls.outlet(outlet.id)
    cards, say = frame.cards(path), frame.tongue.say
    reports = frame.gathered.outlets.reports.get(outlet.id, [])
    said = frame.gathered.outlets.said.get(outlet.id, [])
    alone = [s for s in said if s.alone and _all_named(frame, s)]
    own = {s.cluster.id for s in alone}
    shared = [s for s in said if s.cluster.id not in own]
    lists = LongLists(frame, path, outlet.name)
    shown, further = lists.reports(Named(REPORTS, say("heads.reports")), reports)
    ours, further_alone = lists.statements(Named(ALONE, say("outlet.alone"), say("outlet.alone-says")), alone)
    theirs, further_shared = lists.statements(Named(SHARED, say("outlet.shared")), shared)
    last = max((frame.ledger.days[report.id] for report in reports), default="")
    view = OutletView(
        shell=frame.shell(path, outlet.name, say("outlet.about", name=outlet.name, n=len(reports))),
        name=outlet.name,
        domains=outlet.domains,
        licence=outlet.licence or "",
        reports=shown,
        alone=ours,
        shared=theirs,
        rest=rest(
            cards,
            (
                (say("heads.reports"), len(reports), "report", "articles"),
                (say("outlet.rest-alone"), len(alone), "statement", "clusters"),
                (say("outlet.rest-shared"), len(shared), "statement", "clusters"),
            ),
        ),
        corrected=frame.corrected_of(path),
        changed=_changed(frame, cards, outlet.name, shared),
        missing=cards.statements(missing(frame.ledger, outlet.name, last)[:_MISSING]),
        others=OTHERS,
        last=cards.day(last),
        further_reports=further,
        further_alone=further_alone,
        further_shared=further_shared,
    )
    return [page(path, "outlet", view), *lists.pages]


def _all_named(frame: Frame, statement: Statement) -> bool:
    return all(frame.ledger.outlet_name(m.article) for m in statement.members)


def missing(ledger: Ledger, name: str, last: str) -> list[Statement]:
    """Return what others report by themselves and an outlet does not, the most reported first.

    What was said after its ``last`` report, or on no stated day, it cannot be said to have left out, nor
    what stands in its own sentences in the same words.
    """
    found = [
        s
        for s in ledger.statements
        if name not in s.outlets and s.independent >= OTHERS and s.day and max(s.day, s.saying.first) <= last
    ]
    left = (s for s in found if not any(ledger.outlet_name(article) == name for article in s.echoes))
    return sorted(left, key=lambda s: (-s.independent, -s.reports, s.day))


def _changed(frame: Frame, cards: Cards, name: str, shared: Sequence[Statement]) -> tuple[OwnWording, ...]:
    """Return what an outlet has in other words than the fullest, as far as the two can be compared."""
    rows = []
    for statement in shared:
        near = cards.nearest(statement).get(name)
        if near is None or near.member.folded == statement.members[0].folded:
            continue
        tongue = frame.tongue.quoting(frame.ledger.language(near.member.article))
        _, differs = compare(statement.words, near.member.words, frame.ledger.corpus.hidden, tongue)
        if differs:
            own = near.member.words, cards.passage(near.member), differs
            rows.append(OwnWording(cards.statement(statement), *own))
    return tuple(rows[:_CHANGED])
