"""The language in which the site speaks: its words, and its days, numbers, lists and plurals.

The words lie in ``generator/languages/``, one file for each language. To add one: write it under a key into
``en.yaml`` and into every other file (a test names what is missing), then ask for it, with
``say("front.newest")`` in a template or ``tongue.say("front.newest")`` in Python. What varies stands in
braces, ``{outlet}``, and is given by that name; a text that depends on a number has a form for each case that
CLDR knows in the language (``one``, ``other``, in Russian ``few`` and ``many``), chosen by ``{n}``. Whole
sentences, never parts to be joined: other languages put them in another order.

Babel knows the rest, from CLDR. What is of another script than the language is set apart (Unicode's FSI and
PDI, ``<bdi>`` in a template), so that an Arabic sentence with an English name in it keeps its order. A
sentence of the site that quotes another language is HTML (``Markup``), for only an element can say which.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup, escape

from generator.forms.fields import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from babel import Locale  # noqa: TC004 - start-up: nothing reads this type at run time

# The forms of a text by CLDR's case of a number, "" where it does not depend on one; in each the words and
# the names of fields by turns, words first.
Phrase = dict[str, tuple[str, ...]]

_ALONE: Final = ""
_OPPOSITE: Final = {"ltr": frozenset({"R", "AL"}), "rtl": frozenset({"L"})}
_RIGHT_TO_LEFT: Final = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
_APART: Final = "\u2068"
_ISOLATED: Final = f"{_APART}{{}}\u2069"
_ELEMENT: Final = re.compile(r"\A\s*<((?!aside\b)[a-z]\w*)")
_FIRST: Final = re.compile(r"\A1(?!\d)")
_DAY: Final = 3  # parts of a whole day: year, month, day


class NoWordsError(LookupError):
    """A template or a function asked for words that the languages do not have, or left out a field."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: ``tag`` as HTML names it, CLDR's ``locale``, the words by key.

    ``quotes`` is the language of what it sets in quotation marks, "" for its own.
    """

    tag: str
    locale: Locale
    words: Mapping[str, Phrase] = field(repr=False, hash=False)
    quotes: str = ""

    @property
    def direction(self) -> str:
        """Return "ltr" or "rtl"."""
        return direction_of(self.tag)

    @property
    def script(self) -> str:
        """Return the script in which the language is mostly written: "Latn", "Cyrl", "Arab"."""
        from babel.core import get_global  # noqa: PLC0415 - 20 ms, which an unchanged build needs not

        likely = get_global("likely_subtags").get(self.locale.language, "")
        return self.locale.script or likely.split("_")[1:2][0] if likely else ""

    def say(self, key: str, /, **fields: Any) -> str:  # noqa: ANN401 - texts, numbers, HTML
        """Return the words of ``key``; as HTML, all else escaped, where a field is HTML."""
        phrase = self.words.get(key)
        if phrase is None:
            hint = did_you_mean(key, tuple(self.words))
            raise NoWordsError(f'there are no words "{key}"{f"; {hint}" if hint else ""}')
        pieces = phrase.get(_ALONE) or self._form(phrase, key, fields)
        if len(pieces) == 1:
            return pieces[0]
        try:
            given = [fields[piece] for piece in pieces[1::2]]
        except KeyError as error:
            raise NoWordsError(f'the words "{key}" need {error.args[0]}') from error
        told = list(pieces)
        told[1::2] = map(self._shown, given)
        html = any(type(each) is not str and hasattr(each, "__html__") for each in given)
        return Markup("").join(told) if html else "".join(told)

    def _form(self, phrase: Phrase, key: str, fields: Mapping[str, Any]) -> tuple[str, ...]:
        n = fields.get("n")
        if not isinstance(n, int):
            raise NoWordsError(f'the words "{key}" depend on a number, n')
        return phrase.get(self.locale.plural_form(n)) or phrase["other"]

    def _shown(self, value: object) -> str:
        if isinstance(value, int):
            return self.number(value)
        return value if isinstance(value, Markup) else self.isolated(str(value))

    def named(self, family: str, name: str) -> str:
        """Return the words of one of a family, "rule.newsletter"; of one that it does not know the name."""
        key = f"{family}.{name}"
        return self.say(key) if key in self.words else name.replace("-", " ").replace("_", " ")

    def count(self, noun: str, n: int) -> str:
        """Write a number with its noun: "1 outlet", "2 outlets"."""
        return self.say(f"count.{noun}", n=n)

    def counts(self, pairs: Iterable[tuple[int, str]]) -> str:
        """Write several counts in a row, without those that are nought."""
        return self.row([self.count(noun, n) for n, noun in pairs if n])

    def number(self, n: int) -> str:
        """Write a number with its thousands set apart."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - 20 ms, which an unchanged build needs not

        return str(n) if 0 <= n < 1000 else format_decimal(n, locale=self.locale)  # noqa: PLR2004 - the same

    def row(self, items: Iterable[str]) -> str:
        """Join words with the language's comma; as HTML where any of them is HTML."""
        return joined(self.say("sign.comma"), map(self.isolated, items))

    def listed(self, items: Sequence[str]) -> str:
        """Join words as a sentence does: "a", "a and b", "a, b and c"."""
        from babel.lists import format_list  # noqa: PLC0415 - the same

        given = [self.isolated(item) for item in items]
        if any(isinstance(item, Markup) for item in given):
            listed = format_list([str(escape(item)) for item in given], locale=self.locale)
            return Markup(listed)  # noqa: S704 - each is escaped, and CLDR's words hold no HTML
        return format_list(given, locale=self.locale)

    def quoted(self, words: str) -> str:
        """Set words in quotation marks, as HTML where they are in another language."""
        return joined("", (self.say("mark.open"), self.isolated(self.given(words)), self.say("mark.close")))

    def given(self, words: str) -> str:
        """Return words of what is quoted as they stand in a sentence of the site."""
        return self.spoken(words, self.quotes)

    def quoting(self, language: str) -> Tongue:
        """Return the same that quotes what is in ``language``."""
        return (
            self if alike(language or self.tag, self.quotes or self.tag) else replace(self, quotes=language)
        )

    def spoken(self, words: str, language: str) -> str:
        """Return words in ``language`` as they stand in a sentence of the site, as HTML if need be."""
        return spoken(words, language, self.tag)

    def day(self, iso: str) -> str:
        """Write an ISO 8601 day as an editor does: "8 October 2015", "October 2015" without its day."""
        return _day(self.locale, iso[:10]) or iso if iso else self.say("undated")

    def short_day(self, iso: str) -> str:
        """Write a day without its year, the month short: "8 Oct"; "" where it is not a whole day."""
        from babel.dates import format_skeleton  # noqa: PLC0415 - the same

        parts = _parts(iso[:10])
        if len(parts) != _DAY:
            return ""
        return _firsts(self.locale, format_skeleton("MMMd", date(*parts), locale=self.locale))

    def days(self, first: str, last: str) -> str:
        """Write a range of days: "3–12 October 2015", "30 September – 2 October 2015"."""
        if not first or not last or first == last:
            return self.day(first or last) if first or last else ""
        return _range(self.locale, first[:10], last[:10]) or f"{self.day(first)} – {self.day(last)}"

    def language(self, code: str) -> str:
        """Name a language by its code."""
        base = code.replace("_", "-").partition("-")[0].lower()
        name = self.locale.languages.get(base, code)
        return self.capital(name)

    def capital(self, words: str) -> str:
        """Begin words with a capital letter: of "i" Turkish has one of its own."""
        first = words[:1].replace("i", "İ") if self.locale.language in {"az", "tr"} else words[:1]
        return joined("", (type(words)(first.upper()), words[1:]))

    def isolated(self, words: str) -> str:
        """Set words apart that hold letters of the other direction; HTML and a list do that by themselves."""
        if isinstance(words, Markup) or _APART in words:
            return words
        return _ISOLATED.format(words) if self.foreign(words) else words

    def foreign(self, words: str) -> bool:
        """Tell whether words hold letters that run the other way."""
        direction = self.direction
        return not (direction == "ltr" and words.isascii()) and _runs(words, direction)

    def bdi(self, words: str) -> str:
        """Return a name for a template: in ``<bdi>`` where it runs the other way."""
        if isinstance(words, Markup):
            return words
        return Markup("<bdi>{}</bdi>").format(words) if self.foreign(words) else words

    def attributes(self, language: str, within: str = "") -> Markup:
        """Return ``lang`` and ``dir`` for an element in ``language``, nothing where that changes nothing.

        ``within`` is the language of what it stands in, "" for that of the page.
        """
        return _attributes(language, within or self.tag)

    def tagged(self, html: str, language: str) -> str:
        """Return an element of HTML, a note of the desk's aside, with the attributes of its language."""
        told = self.attributes(language)
        return _ELEMENT.sub(rf"<\1{told}", html, count=1) if told else html


def joined(sign: str, items: Iterable[str]) -> str:
    """Join words with a sign; as HTML, all else escaped, where any of them is HTML."""
    given = list(items)
    return (escape(sign) if any(isinstance(item, Markup) for item in given) else sign).join(given)


def bare(words: str) -> str:
    """Return words without the elements that tell of languages."""
    return words.striptags() if isinstance(words, Markup) else words


@lru_cache(maxsize=256)
def direction_of(tag: str) -> str:
    """Return in which direction a language is written."""
    base, *rest = tag.lower().replace("_", "-").split("-")
    script = next((part for part in rest if len(part) == len("arab")), "")
    return "rtl" if script in {"arab", "hebr"} or (base in _RIGHT_TO_LEFT and not script) else "ltr"


def spoken(words: str, language: str, around: str) -> str:
    """Return words in ``language`` as they stand among others: HTML that says so where it is another."""
    told = _attributes(language, around) if words else ""
    return Markup("<span{}>{}</span>").format(told, words) if told else words


def turned(language: str, around: str) -> dict[str, str]:
    """Return ``lang`` and ``dir`` of an element in ``language``, as far as those around it are others."""
    if not language or alike(language, around):
        return {}
    direction = direction_of(language)
    return {"lang": language} | ({"dir": direction} if direction != direction_of(around) else {})


@lru_cache(maxsize=256)
def _attributes(language: str, around: str) -> Markup:
    pairs = turned(language, around).items()
    return Markup("").join(Markup(' {}="{}"').format(*pair) for pair in pairs)


def alike(one: str, other: str) -> bool:
    """Tell whether two tags name one language, in whatever country."""
    first, second = (tag.lower().replace("_", "-").split("-") for tag in (one, other))
    return first[0] == second[0] and direction_of(one) == direction_of(other)


@lru_cache(maxsize=8192)
def _runs(words: str, direction: str) -> bool:
    return not _OPPOSITE[direction].isdisjoint(map(unicodedata.bidirectional, words))


def _parts(iso: str) -> list[int]:
    parts = iso.split("-")
    try:
        numbers = [int(part) for part in parts]
        date(*[*numbers, 1, 1][:_DAY])
    except ValueError:
        return []
    return numbers


@lru_cache(maxsize=4096)
def _day(locale: Locale, iso: str) -> str:
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - 20 ms, see above

    parts = _parts(iso)
    if len(parts) == _DAY:
        return _firsts(locale, format_date(date(*parts), "long", locale=locale))
    skeleton = {1: "y", 2: "yMMMM"}.get(len(parts))
    return format_skeleton(skeleton, date(*[*parts, 1, 1][:_DAY]), locale=locale) if skeleton else ""


def _firsts(locale: Locale, words: str) -> str:
    """Write the first day of a month as French does, "1er octobre", which CLDR leaves to the writer."""
    return _FIRST.sub("1er", words) if locale.language == "fr" else words


def _range(locale: Locale, first: str, last: str) -> str:
    """Return a range of whole days by CLDR's pattern for it, with the month in full; "" of others."""
    from babel.dates import format_date  # noqa: PLC0415 - the same

    ends = [_parts(iso) for iso in (first, last)]
    if any(len(parts) != _DAY for parts in ends):
        return ""
    differs = next("yMd"[n] for n in range(_DAY) if ends[0][n] != ends[1][n])
    patterns = locale.interval_formats["yMMMd"].get(differs, ())
    whole = (pattern.replace("LLL", "MMM").replace("MMM", "MMMM") for pattern in patterns)
    told = (
        _firsts(locale, format_date(date(*parts), pattern, locale=locale))
        for parts, pattern in zip(ends, whole, strict=False)
    )
    return "".join(told).replace("\u2009", " ")  # a thin space, which many faces have not
