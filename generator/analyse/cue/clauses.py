"""What the words of one sentence alone tell: its subject, reported speech, who says its quotations.

Nothing here depends on the sentences around it, so a sentence that several outlets print is worked out
once (see ``passages``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.analyse.cue.cues import Sentence, sentence, with_positions
from generator.analyse.cue.descriptions import opening_of, speakers
from generator.analyse.cue.reported import Reported, reported
from generator.analyse.cue.speakers import Choice, choose
from generator.analyse.cue.subjects import main_subject
from generator.analyse.name.names import Nominal

if TYPE_CHECKING:
    from generator.analyse.word.tokens import Token


@dataclass(slots=True)
class Clause:
    """A sentence by itself; spans count from its beginning.

    ``speakers`` are the nominals that may be said to speak; ``quotes`` are the places of the quotations
    among the tokens, ``choices`` what the sentence says of the speaker of each; ``bare`` where there is
    nothing but quotations and signs.
    """

    sentence: Sentence
    subject: Nominal | None
    quotes: tuple[int, ...]
    bare: bool
    told: tuple[Reported, ...]
    choices: tuple[Choice | None, ...]
    speakers: tuple[Nominal, ...] = ()


def clause(toks: tuple[Token, ...], noms: tuple[Nominal, ...]) -> Clause:
    """Return what tokens and nominals tell."""
    whole, opening = sentence(toks, noms), opening_of(toks)
    quotes = tuple([i for i, t in enumerate(toks) if t.quote >= 0])
    return Clause(
        sentence=whole,
        subject=main_subject(toks, noms) or opening,
        quotes=quotes,
        bare=all(t.quote >= 0 or not t.word for t in toks),
        told=tuple(reported(with_positions(whole))),
        choices=tuple(choose(whole, at, headline=False) for at in quotes),
        speakers=tuple(speakers(whole, opening)),
    )
