"""What an editor hid stands nowhere: its words are taken out of all that goes on to the site.

A quotation is told by its words, so a run of five of them is withheld wherever it stands: in its own report,
unmarked, in a headline, a dek, a caption or what was left out; in another outlet's wording; in a note. Of a
shorter one that would be too much, for "very serious" is said of many things: it is withheld in quotation
marks, and in its own report from three words on. The letters are overwritten in their places, so that every
span still means what it meant, and nothing behind this step has them to show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from generator.edit.anchors import MARKS
from generator.edit.wordings import WORD, Word, Words, readings, shown_words, without_markup, written_words
from generator.model.article import STORY, WITHDRAWN, Article, Change, FrontMatter, Picture
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.findings import Form, Quote
from generator.model.text import Location, Span, united

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.model.article import Correction

RUN: Final = 5  # words in a row by which a quotation is told
PHRASE: Final = 3  # words of a shorter one that are withheld in its own report, marked or not
_FOLDED: Final = re.compile("[^\x00-\x7f\u2010-\u2027\u2030-\u203a\u00a0£€«»·]")  # what may be folded
_BEHIND: Final = re.compile(rf"[\s.,;:!?…\])*_`]*[{re.escape(MARKS)}]")
_BEFORE: Final = re.compile(rf"[{re.escape(MARKS)}][\s\[(…*_`]*\Z")
_REACH: Final = 8  # signs between words and the marks around them
_SHOWN: Final = 5  # places that a diagnostic lists
_SIGNS: Final = (WITHDRAWN, "[…]", "…")  # the longest that fits in the place of the words


@dataclass(frozen=True, slots=True)
class Withheld:
    """The words that editors hid: runs of long quotations, and short ones whole.

    ``own`` are the short ones of the report that is looked at; ``firsts`` the words with which any begins,
    ``keys`` a word of each, without which it cannot be there.
    """

    runs: frozenset[Words]
    short: frozenset[Words]
    firsts: frozenset[str]
    keys: frozenset[str]
    own: frozenset[Words] = frozenset()

    def of(self, article: Article) -> Withheld:
        """Return the same as it counts in one report, where its own short ones count without marks."""
        found = (words for text in hidden_words(article) for words in readings(text))
        own = {words for words in found if PHRASE <= len(words) < RUN}
        return replace(self, own=frozenset(own)) if own else self

    def runs_alone(self) -> Withheld:
        """Return the same without short phrases: a name or an office may be one, and stays."""
        return replace(self, short=frozenset(), own=frozenset()) if self.short or self.own else self

    def spans(self, text: str) -> list[Span]:
        """Return the stretches of a text that are withheld, in order; none overlap."""
        found = list(self._among(text, written_words(text))) if self._may_be_in(text) else []
        if (shown := without_markup(text)) != text and self._may_be_in(shown):
            found += self._among(text, shown_words(text))
        return _joined(text, found)

    def _among(self, text: str, words: Sequence[Word]) -> Iterator[Span]:
        """Yield what is withheld of the words of a text."""
        if len(words) > 1 and tuple(word.folded for word in words) in self.short:
            yield Span(words[0].start, words[-1].end)  # nothing else: data have it in marks
            return
        for n, word in enumerate(words):
            if word.folded in self.firsts:
                yield from (Span(word.start, end) for end in self._ends(text, words, n))

    def _may_be_in(self, text: str) -> bool:
        """Tell in a hundredth of the time whether words have to be compared, which takes 0.7 ms a report."""
        if _FOLDED.search(text):
            return True
        lower = text.lower()
        return any(key in lower for key in self.keys)

    def _ends(self, text: str, words: Sequence[Word], n: int) -> Iterator[int]:
        """Yield the ends of what is withheld from the n-th word on."""
        ahead = tuple(word.folded for word in words[n : n + RUN])
        if ahead in self.runs:
            yield words[n + RUN - 1].end
        for count in range(1, min(RUN, len(ahead) + 1)):
            phrase, last = ahead[:count], words[n + count - 1].end
            if phrase in self.own or (phrase in self.short and _is_marked(text, words[n].start, last)):
                yield last

    def redact(self, text: str) -> str:
        """Return a text with a sign in the place of what is withheld."""
        out, at = [], 0
        for span in self.spans(text) if text else ():
            out += [text[at : span.start], WITHDRAWN]
            at = span.end
        return "".join([*out, text[at:]]) if out else text

    def keeps(self, text: str | None) -> bool:
        """Tell whether nothing of a text is withheld."""
        return not text or not self.spans(text)


def _joined(text: str, found: Iterable[Span]) -> list[Span]:
    """Return stretches in order, one where only signs stand between two."""
    joined: list[Span] = []
    for span in united(found):
        if joined and not WORD.search(text, joined[-1].end, span.start):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _is_marked(text: str, start: int, end: int) -> bool:
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    return before is not None and _BEHIND.match(text, end, end + _REACH) is not None


def hidden_words(article: Article) -> Iterator[str]:
    """Yield the words that are hidden in a report, each quotation as a whole and part by part.

    Those of a correction count, too, that stand no more in the report as it is now.
    """
    applied = {change.correction for change in article.changes}
    yield from (c.at.exact for c in article.front.corrections if c.hidden and c not in applied)
    for quote in article.quotes:
        if quote.hidden:
            yield quote.text
            yield from (part.of(article.text) for part in quote.parts)


def withheld(articles: Iterable[Article]) -> Withheld | None:
    """Return the words that editors hid in articles, None where they hid nothing."""
    words = {words for a in articles for text in hidden_words(a) for words in readings(text)}
    if not words:
        return None
    runs = {w[n : n + RUN] for w in words for n in range(len(w) - RUN + 1)}
    short = {w for w in words if len(w) < RUN}
    firsts, keys = ({choose(w) for w in runs | short} for choose in (_first, _key))
    return Withheld(frozenset(runs), frozenset(short), frozenset(firsts), frozenset(keys))


def _first(words: Words) -> str:
    return words[0]


def _key(words: Words) -> str:
    """Return the longest word up to its apostrophe, which has several shapes."""
    return max((word.partition("'")[0] for word in words), key=len)


def withhold(article: Article, known: Withheld) -> Article:
    """Return an article without what is withheld; quotations that hold any of it are hidden with it."""
    inside = known.of(article)
    own = [part for q in article.quotes if q.hidden for part in q.parts]
    alike = [part for q in article.quotes if not inside.keeps(q.text) for part in q.parts]
    spans = united([*own, *inside.spans(article.text)])
    left = _quotes(article.quotes, united([*spans, *alike]), own)
    quotes = tuple(replace(q, why=_given(q.why, inside)) if q.why else q for q in left)
    hidden = [part for q in quotes if q.hidden for part in q.parts]
    spans = united([*spans, *hidden])
    front = _front(article.front, inside)
    same = not spans and quotes == article.quotes and front == article.front
    if same and inside.keeps(article.made_title):
        return article
    return replace(
        article,
        front=front,
        text=_overwritten(article, spans),
        quotes=quotes,
        withheld=tuple(s for s in spans if not any(part.holds(s) for part in hidden)),
        mentions=tuple(m for m in article.mentions if not _touches(m.span, spans)),
        dates=tuple(d for d in article.dates if not _touches(d.span, spans)),
        made_title=inside.redact(article.made_title),
        changes=tuple(_change(c, inside) for c in article.changes),
    )


def _touches(span: Span, spans: Iterable[Span]) -> bool:
    return any(span.shared(each) for each in spans)


def _quotes(quotes: Iterable[Quote], spans: Sequence[Span], own: Sequence[Span]) -> Iterator[Quote]:
    """Yield the quotes that are left; reported speech goes, for its words are the reporter's sentence."""
    for quote in quotes:
        if quote.hidden:
            yield replace(quote, text="", found_text="")
        elif not any(_touches(part, spans) for part in quote.parts):
            yield quote
        elif quote.form is not Form.INDIRECT and not any(_touches(part, own) for part in quote.parts):
            yield replace(quote, text="", found_text="", hidden=True, said_by_editor=True)


def _overwritten(article: Article, spans: Iterable[Span]) -> str:
    """Return the text with signs in the places of what is withheld, each line as long as it was."""
    letters = list(article.text)
    for span in spans:
        for n in range(span.start, span.end):
            letters[n] = letters[n] if letters[n] == "\n" else " "
        line = article.text.find("\n", span.start, span.end)
        room = (line if line >= 0 else span.end) - span.start
        sign = next((s for s in _SIGNS if len(s) <= room), "")
        letters[span.start : span.start + len(sign)] = sign
    return "".join(letters)


def _front(front: FrontMatter, known: Withheld) -> FrontMatter:
    picture = front.image
    return replace(
        front,
        title=_given(front.title, known),
        headline=_given(front.headline, known),
        dek=_given(front.dek, known),
        byline=tuple(map(known.redact, front.byline)),
        licence=_given(front.licence, known),
        url=front.url if front.url and known.keeps(unquote(front.url)) else None,
        archived=front.archived if front.archived and known.keeps(unquote(front.archived)) else None,
        image=picture and Picture(_given(picture.caption, known), _given(picture.credit, known)),
        tags=tuple(map(known.redact, front.tags)),
        cut=tuple(replace(c, text=known.redact(c.text)) for c in front.cut),
        corrections=tuple(_correction(c, known) for c in front.corrections),
    )


def _given(text: str | None, known: Withheld) -> str | None:
    return known.redact(text) if text else text


def _correction(correction: Correction, known: Withheld) -> Correction:
    at = replace(correction.at, exact="" if correction.hidden else known.redact(correction.at.exact))
    return replace(correction, at=at, why=_given(correction.why, known))


def _change(change: Change, known: Withheld) -> Change:
    before = change.before and replace(change.before, text=known.redact(change.before.text), found_text="")
    return replace(change, correction=_correction(change.correction, known), before=before)


# What an editor is told


def told_of_withheld(before: Sequence[Article], after: Sequence[Article]) -> tuple[Diagnostic, ...]:
    """Tell what else is withheld for its words, and where they stand in an address and cannot be.

    ``before`` and ``after`` are the same articles as they were and as they are shown.
    """
    told = []
    known = withheld(before)
    for was, now in zip(before, after, strict=True):
        had = {q.id for q in was.quotes if q.hidden}
        also = [q for q in now.quotes if q.hidden and q.id not in had]
        spans = [s for s in (*now.withheld, *(q.parts[0] for q in also)) if _in_story(was, s)]
        lines = sorted({was.line_of(s) for s in spans})
        if lines:
            listed = ", ".join(map(str, lines[:_SHOWN])) + ("…" if len(lines) > _SHOWN else "")
            message = f"words of a hidden quotation stand here as well and are withheld, on line {listed}"
            place = Location(was.path, lines[0])
            told.append(Diagnostic(place, Severity.INFO, "withheld-too", message))
        if known and not known.keeps(was.id.replace("-", " ")):
            message = "the words of a hidden quotation stand in the name of this file, and so in addresses"
            hint = "give the file another name"
            told.append(Diagnostic(Location(was.path), Severity.WARNING, "withheld-name", message, hint))
    return tuple(told)


def _in_story(article: Article, span: Span) -> bool:
    return any(block.role in STORY and block.span.shared(span) for block in article.blocks)
