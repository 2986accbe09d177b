"""What is shown beside the corpus, and only a build knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.corpus import Version
from generator.publish.phrase.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Beside:
    """What only the build knows.

    ``unread`` names saved files that could not be read; ``lines`` gives by quote its line of the
    saved file; ``versions`` by article its savings, where there are several. ``cards`` says that pictures can
    be drawn, ``pdf`` that dossiers are made as files, too, ``words`` that all words can be searched.
    ``tongue`` is the language of the site, where that is not as we have it.
    """

    unread: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    cards: bool = False
    pdf: bool = False
    words: bool = False
    tongue: Tongue | None = None
