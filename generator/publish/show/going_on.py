"""What a speaker goes on to say: “We sail,” she said. “We sail at dawn.” are two statements in one breath."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.model.findings import Form

if TYPE_CHECKING:
    from generator.publish.tally.ledger import Ledger
    from generator.publish.tally.shown import Shown

CARRIED = "carried on"  # the rule by which who spoke before speaks on
_END = re.compile(r"[.!?](?=\W*\s|\W*$)")


def goes_on(ledger: Ledger, shown: Shown) -> Shown | None:
    """Return the quotation with which its speaker goes on in the same paragraph, after "she said" alone.

    None where that is of the same statement, whose wordings stand side by side as it is.
    """
    end = shown.quote.parts[-1].end
    behind = (s for s in ledger.shown[shown.article.id] if s.quote.parts[0].start >= end)
    after = next((s for s in behind if s.quote.form is not Form.INDIRECT), None)
    speaker = after.quote.speaker if after else None
    if after is None or speaker is None or speaker.rule != CARRIED:
        return None
    between = shown.article.text[end : after.quote.parts[0].start]
    if "\n" in between or len(_END.findall(between)) != 1:
        return None
    own, its = (ledger.statement_of.get(s.quote.id) for s in (shown, after))
    return None if own is its else after
