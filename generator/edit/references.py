"""Check that the actors which editors name are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.forms.fields import did_you_mean, if_published
from generator.knowledge.places import known_actor
from generator.model.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.article import Source
    from generator.model.corpus import Desk
    from generator.model.text import Location


def actor_faults(
    desk: Desk, articles: Iterable[Source], leading: Iterable[tuple[str, Location]]
) -> tuple[Diagnostic, ...]:
    """Return an error for every actor's id that nobody knows; ``leading`` are those of site.yaml."""
    own = {actor.id for actor in desk.actors}
    named = [
        *leading,
        *((c.actor, c.location) for a in articles for c in a.front.corrections if c.actor),
        *((p.actor, p.location) for p in desk.people if p.actor and p.location),
    ]
    missing = [(ident, where) for ident, where in named if ident not in own and not known_actor(ident)]
    return tuple(_unknown(ident, where, desk) for ident, where in missing)


def _unknown(ident: str, where: Location, desk: Desk) -> Diagnostic:
    hint = (
        if_published(ident, desk.drafts, "actor")
        or did_you_mean(ident, tuple(sorted(actor.id for actor in desk.actors)))
        or f"write content/actors/{ident}.md, or mend the id"
    )
    return Diagnostic(where, Severity.ERROR, "unknown-actor", f'there is no actor "{ident}"', hint)
