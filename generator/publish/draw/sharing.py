"""The pictures that stand for pages where somebody shares a link: made of the page's view alone.

The front page has one, which stands for all others without one of their own, each actor, and each statement
that two or more outlets report. Words of which the site's own faces lack a letter are left out; where these
are the great ones there is none, for a picture with holes says less than no picture.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import singledispatch
from typing import TYPE_CHECKING

from generator.model.findings import Form
from generator.model.site import Card
from generator.model.views import ActorView, FrontView, StatementView
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.phrase.tongue import Tongue, direction_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.parts import Voice
    from generator.model.site import Page, View

# What the faces have: the alphabets of Europe and Turkey, Russian and its neighbours, Arabic with those of
# Iran and Pakistan, with the signs of newspapers; and marks that set a direction apart, which are not drawn.
_DRAWN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u0218-\u021b\u2013\u2014"
    "\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u20ac\u2122\u2212\u202f\u2068\u2069"
    "\u0400-\u045f\u0490\u0491\u2116\u060c\u061b\u061f\u0621-\u063a\u0640-\u0656\u0660-\u066c\u0670-\u06d4"
    "\u06f0-\u06f9]*"
)
_FEW = 2  # outlets that make a statement worth a picture


def with_cards(pages: Sequence[Page], base_url: str, tongue: Tongue) -> tuple[list[Page], list[Card]]:
    """Return pages that name their pictures, and these; one without its own names that of the front page."""
    drawn: dict[str, Card] = {}
    for page in pages:
        given = _card(page.view, tongue)
        if given and (card := _drawn(given, tongue)):
            drawn[page.path] = replace(card, path=urls.card(page.path))
    front = drawn.get(urls.FRONT)
    made = []
    for page in pages:
        own = drawn.get(page.path, front if page.view.shell.canonical else None)
        made.append(_with_card(page, own, base_url, tongue) if own else page)
    return made, list(drawn.values())


def _with_card(page: Page, card: Card, base_url: str, tongue: Tongue) -> Page:
    address = urls.canonical(base_url, card.path)
    told = _aloud(card, tongue)
    shell = replace(page.view.shell, card=address, card_alt=told, card_language=card.language)
    return replace(page, view=replace(page.view, shell=shell))


@singledispatch
def _card(view: View, tongue: Tongue) -> Card | None:  # noqa: ARG001 - other pages have none
    return None


@_card.register
def _(view: FrontView, _tongue: Tongue) -> Card:
    shell = view.shell
    told = tuple(filter(None, (view.span, view.counts)))
    voices = tuple(map(_voice, shell.actors))
    return Card("", "", shell.site_title, voices=voices, foot=" · ".join(told), language=shell.own_language)


@_card.register
def _(view: ActorView, tongue: Tongue) -> Card:
    said = tongue.counts(((len(view.said), "statement"), (len(view.reports), "report")))
    first = next((card for card in view.said if card.form is not Form.INDIRECT), None)
    return Card(
        "",
        view.shell.site_title,
        view.voice.name,
        hue=view.voice.hue,
        beneath=first.words if first else "",
        foot=said,
        language=first.language if first else "",
    )


@_card.register
def _(view: StatementView, tongue: Tongue) -> Card | None:
    outlets = {w.outlet.text for w in view.wordings if w.outlet}
    if len(outlets) < _FEW:
        return None
    when = phrases.when(tongue, view.day.words, told=view.told) if view.day.iso else ""
    return Card(
        "",
        view.shell.site_title,
        view.words,
        quoted=view.form is not Form.INDIRECT,
        voices=(_voice(view.voice),),
        role=tongue.row(("", *filter(None, (view.voice.role, _actor(view.voice))))),
        foot=" · ".join(filter(None, (when, view.reported))),
        language=view.language,
    )


def _voice(voice: Voice) -> tuple[str, int]:
    return voice.name, voice.hue


def _actor(voice: Voice) -> str:
    return voice.actor if voice.actor != voice.name else ""


def _drawn(card: Card, tongue: Tongue) -> Card | None:
    """Return a card as it can be drawn in the direction of the site; None where its words cannot."""
    if not card.words.strip() or not _DRAWN.fullmatch(card.words):
        return None
    return replace(
        card,
        site=_kept(card.site),
        beneath=_kept(card.beneath),
        role=_kept(card.role),
        foot=_kept(card.foot),
        voices=tuple(voice for voice in card.voices if _DRAWN.fullmatch(voice[0])),
        marks=(tongue.say("mark.open"), tongue.say("mark.close")),
        back=tongue.direction == "rtl",
        words_back=direction_of(card.language or tongue.tag) == "rtl",
    )


def _kept(words: str) -> str:
    return words if _DRAWN.fullmatch(words) else ""


def _aloud(card: Card, tongue: Tongue) -> str:
    """Say what is on a picture."""
    words = tongue.quoted(card.words) if card.quoted else card.words
    names = tongue.listed([name for name, _ in card.voices])
    beneath = tongue.quoted(card.beneath) if card.beneath else ""
    return " – ".join(filter(None, (words, beneath, names, card.foot)))
