"""How a report or a statement is cited: as a line of text, and as CSL-JSON for programs that keep references.

A statement is cited by the reports that have it, for nobody here heard it said. Of a byline only what is
somebody's name becomes an author; a name is parted in given and family name where the given one is known and
it is no outlet's.
Where no outlet is stated none is named, as editors and the styles of CSL do it; a day that is not stated is
said to be so, as their "n.d." is.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from generator.knowledge.spelling import words
from generator.knowledge.tables import rows
from generator.knowledge.wordings import agencies
from generator.model.findings import Form
from generator.model.parts import Citation
from generator.publish.address import urls
from generator.publish.phrase import phrases
from generator.publish.phrase.tongue import bare, joined, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.article import Article
    from generator.model.parts import Shell, StatementCard
    from generator.publish.show.frame import Frame
    from generator.publish.tally.statements import Statement

Item = dict[str, Any]
_PARTS = re.compile(r'("date-parts": )\[\s+\[([\d,\s]+)\]\s+\]')  # on one line, as a day is read
_WORD = r"[^\W\d_][\w'’.-]*"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{1,4}}")
_AND = re.compile(r",? (?:and|&|with) | ?/ ?")
_PARTICLE = re.compile("al|bin|da|del?|den|der|di|dos|du|el|l[ae]|te[nr]|van|von|y|zu")
_NOBODY = re.compile(  # words of bylines that name an office or a desk, "Our foreign staff"
    r"\b(?:board|bureau|contributors?|correspondents?|desk|editors?|editorial|foreign|news(?:room)?|our|own"
    r"|reporters?|service|special|staff|team|wires?|writers?)\b",
    re.IGNORECASE,
)


def cite_report(frame: Frame, article: Article) -> Citation:
    """Return how a report is cited as its outlet published it."""
    front = article.front
    url, archived = urls.external(front.url), urls.external(front.archived)
    title = _title(frame, article)
    outlet = frame.ledger.outlet_name(article)
    day = frame.ledger.days[article.id]
    told = [frame.tongue.listed(authors(front.byline)), title, outlet, _on(frame, day)]
    return Citation(
        text=joined("", (frame.tongue.row(filter(None, told)), ".")),
        address=url,
        archived=archived,
        csl=as_json([_item(frame, article)]),
    )


def cite_statement(frame: Frame, statement: Statement, card: StatementCard, address: str) -> Citation:
    """Return how a statement is cited: by each report that has it, once, with the words it has there."""
    tongue = frame.tongue
    titled = dict.fromkeys(
        tongue.row(filter(None, (frame.ledger.outlet_name(m.article), _title(frame, m.article))))
        for m in statement.members
    )
    voice = card.voice
    role = tongue.spoken(voice.role, voice.role_language)
    when = phrases.when(tongue, card.day.words, told=card.told) if card.day.iso else _on(frame, "")
    said = tongue.row(filter(None, (voice.name, role, when)))
    items: dict[str, Item] = {}
    for member in statement.members:
        words = member.words if member.quote.form is Form.INDIRECT else tongue.quoted(member.words)
        if member.article.id not in items:
            items[member.article.id] = _item(frame, member.article) | {"note": f"{words} ({bare(said)})"}
    return Citation(phrases.as_reported(tongue, said, list(titled)), address, as_json(items.values()))


def cite_page(shell: Shell) -> Citation | None:
    """Return how a page of the briefing itself is cited; None where the site has no address."""
    if not shell.canonical:
        return None
    item = {
        "id": shell.path.strip("/"),
        "type": "webpage",
        "title": shell.title,
        "container-title": shell.site_title,
        "URL": shell.canonical,
        "language": shell.language,
    }
    told = (shell.title, spoken(shell.site_title, shell.own_language, shell.language))
    return Citation(joined("", (joined(". ", told), ".")), shell.canonical, as_json([item]))


def authors(byline: Iterable[str]) -> tuple[str, ...]:
    """Return those names of a byline that are somebody's, or an agency's: “Our staff” wrote under no name."""
    names = (part for name in byline for part in _AND.split(name))
    return tuple(dict.fromkeys(name for name in names if _is_name(name)))


def as_json(items: Iterable[Item]) -> str:
    """Return CSL-JSON as people can read it, too."""
    text = json.dumps(list(items), ensure_ascii=False, indent=2)
    return _PARTS.sub(lambda found: f"{found[1]}[[{' '.join(found[2].split())}]]", text)


def _item(frame: Frame, article: Article) -> Item:
    """Return a report in the words of CSL 1.0.2; what is not known is left out, so when it was looked at."""
    front, ledger = article.front, frame.ledger
    title, made = ledger.own_title(article)
    organs = _organs(frame, article)
    item = {
        "id": article.id,
        "type": "article-newspaper",
        "title": "" if made else title,
        "author": [_author(name, organs) for name in authors(front.byline)],
        "container-title": ledger.outlet_name(article),
        "issued": _issued(ledger.days[article.id]),
        "URL": urls.external(front.url),
        "archive_location": urls.external(front.archived),
        "language": front.language,
    }
    return {name: value for name, value in item.items() if value}


def _issued(day: str) -> Item | None:
    parts = day.split("-") if day else []
    return {"date-parts": [[int(p) for p in parts]]} if parts and all(map(str.isdecimal, parts)) else None


def _organs(frame: Frame, article: Article) -> frozenset[str]:
    """Return what names an outlet and no person, in letters alone: the outlets, and whose address it is."""
    known = (name for outlet in frame.ledger.corpus.outlets for name in (outlet.name, *outlet.aliases))
    host = urlsplit(article.front.url or "").hostname or ""
    return frozenset(map(_letters, (*known, article.front.outlet or "", *host.split("."), *_agencies())))


def _letters(name: str) -> str:
    return "".join(words(name)).removeprefix("the")


def _is_organ(name: str, organs: Iterable[str]) -> bool:
    """Tell whether an outlet is called so, or so and something more: its edition, its country."""
    return any(organ.startswith(_letters(name)) for organ in organs)


def _author(name: str, organs: Iterable[str]) -> Item:
    given, _, family = name.partition(" ")
    if family and " " not in family and given in _given_names() and not _is_organ(name, organs):
        return {"family": family, "given": given}
    return {"literal": name}


def _is_name(words: str) -> bool:
    if words in _agencies():
        return True
    if not _NAME.fullmatch(words) or _NOBODY.search(words):
        return False
    return all(w[0].isupper() or _PARTICLE.fullmatch(w) for w in words.split())


def _title(frame: Frame, article: Article) -> str:
    """Return the outlet's own headline; where it gave none, the first words, told as such."""
    words, made = frame.ledger.own_title(article)
    quoted = frame.tongue.quoting(frame.ledger.language(article)).quoted(words)
    return frame.tongue.say("cite.no-headline", words=quoted) if made else quoted


def _on(frame: Frame, day: str) -> str:
    return frame.tongue.day(day) if day else frame.tongue.say("undated-within")


@cache
def _agencies() -> frozenset[str]:
    forms = (name for agency, forms, _ in rows("wires") for name in (agency, *forms.split("; ")))
    return frozenset(filter(None, (*agencies(), *forms)))


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for _, _, names in rows("givennames") for name in names.split())
