"""Links between double brackets, ``[[id]]`` and ``[[id|words]]``, and calls of footnotes: found, missed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.forms.fields import if_published
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.parts import Link
from generator.model.text import Location
from generator.publish.phrase.languages import english
from generator.publish.phrase.tongue import Tongue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.corpus import Actor, Corpus, Person

Resolve = Callable[[str], Link | None]

DESK_NOTE: Final = "desk-note"  # the rule of a block that is the desk's own note, written into the body
_CODE: Final = re.compile(
    r"^ {0,3}(```+|~~~+).*?^ {0,3}\1|(?<!`)(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL
)
_WORD: Final = re.compile(r"\S")
_CALLED: Final = re.compile(r"(?<!\\)\[\^([^\]\s]+)\]")
_FOOTNOTE: Final = re.compile(r"^[ >]*\[\^([^\]\s]+)\]:", re.MULTILINE)
WIKI = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,400}))?\]\]")


class _Fault(NamedTuple):
    """What is wrong at an offset of a text: its code, what to say, what to do."""

    at: int
    code: str
    message: str
    hint: str


def no_links(_key: str) -> Link | None:
    """Know no address."""
    return None


@dataclass(frozen=True, slots=True)
class Around:
    """What Markdown stands among.

    ``resolve`` gives the link of an id, ``tongue`` the words of the site; ``language`` is that of the text,
    ``desk`` that of what the desk writes; "" for that of the site.
    """

    resolve: Resolve = no_links
    tongue: Tongue = field(default_factory=english)
    language: str = ""
    desk: str = ""

    @property
    def ours(self) -> str:
        """Return the attributes of an element in the language of the site, where the text has another."""
        return self.tongue.attributes(self.tongue.tag, within=self.language)

    @property
    def by_desk(self) -> Around:
        """Return the same for what the desk writes."""
        return self if self.language == self.desk else replace(self, language=self.desk)


def wiki_links(text: str) -> Iterator[tuple[str, int]]:
    """Yield id and offset of each link between double brackets."""
    for match in WIKI.finditer(text):
        yield match.group(1).strip(), match.start()


def dead_links(corpus: Corpus) -> tuple[Diagnostic, ...]:
    """Report each link, and each call of a footnote, in the editors' words that leads nowhere.

    In an article its line is exact to the block. A footnote that nothing calls is told as well.
    """
    known = known_ids(corpus)
    return tuple(
        _told(fault, text, begins)
        for text, begins, own in _texts(corpus)
        for fault in (*_dead(text, known, corpus), *(_footnotes(text) if own else ()))
    )


def _texts(corpus: Corpus) -> Iterator[tuple[str, Location, bool]]:
    """Yield each text, where it begins, and whether it is the desk's own, which may have footnotes."""
    for article in corpus.articles:
        if "[[" in article.text or "[^" in article.text:
            for block in article.blocks:
                place = Location(article.path, article.body_line + block.line - 1)
                yield block.span.of(article.text), place, block.rule == DESK_NOTE
    for note in corpus.notes:
        yield note.body, Location(note.location.path, note.body_line), True
    for page in corpus.pages:
        yield page.body, Location(page.location.path, page.body_line), True
    introduced: tuple[Actor | Person, ...] = (*corpus.actors, *corpus.people)
    for one in introduced:
        yield one.intro, Location(one.location.path if one.location else one.id, one.body_line), True


def known_ids(corpus: Corpus) -> frozenset[str]:
    """Return every id that a link may name."""
    ids = {thing.id for thing in corpus.actors} | {thing.id for thing in corpus.people}
    ids |= {thing.id for thing in corpus.clusters} | {thing.id for thing in corpus.articles}
    ids |= {thing.id for thing in corpus.outlets} | {thing.id for thing in corpus.pages}
    ids.update(old for person in corpus.people for old in person.same_as)
    ids.update(old for old, _ in corpus.moved)
    ids.update(quote.id for article in corpus.articles for quote in article.quotes if not quote.hidden)
    return frozenset(ids)


def _dead(text: str, known: frozenset[str], corpus: Corpus) -> Iterator[_Fault]:
    for key, offset in wiki_links(_without_code(text)):
        if key not in known:
            near = get_close_matches(key.lower(), sorted(known), 1)
            guess = f"did you mean [[{near[0]}]]? the" if near else "the"
            hint = f"{guess} words stand on the page without a link"
            message = f'no actor, person, outlet, statement, report or page has the id "{key}"'
            yield _Fault(offset, "dead-link", message, if_published(key, corpus.drafts) or hint)


def _footnotes(text: str) -> Iterator[_Fault]:
    plain = _without_code(text)
    given = {match.end() - 1: match[1] for match in _FOOTNOTE.finditer(plain)}
    called = {m.start(): m[1] for m in _CALLED.finditer(plain) if m.end() not in given}
    for at, name in called.items():
        if name not in given.values():
            message, hint = (
                f'there is no footnote "{name}"',
                f"write [^{name}]: … below, on a line of its own",
            )
            yield _Fault(at, "dead-link", message, hint)
    for end, name in given.items():
        if name not in called.values():
            message, hint = (
                f'nothing calls the footnote "{name}"',
                f"write [^{name}] behind what it belongs to",
            )
            yield _Fault(plain.rindex("[^", 0, end), "unused-footnote", message, hint)


def _without_code(text: str) -> str:
    """Return a text with spaces in place of its code, in which brackets are brackets."""
    return _CODE.sub(lambda match: _WORD.sub(" ", match[0]), text) if "`" in text or "~~~" in text else text


def _told(fault: _Fault, text: str, begins: Location) -> Diagnostic:
    line = text.count("\n", 0, fault.at)
    start = text.rfind("\n", 0, fault.at) + 1
    place = Location(begins.path, begins.line + line, fault.at - start + 1)
    excerpt = text[start:].partition("\n")[0]
    return Diagnostic(place, Severity.WARNING, fault.code, fault.message, fault.hint, excerpt)
