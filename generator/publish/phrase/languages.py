"""Read the words of a language, and what a theme says otherwise.

``generator/languages/de.yaml`` has the words of the site in German. A folder of a theme, ``content/theme/``
among them, may have a ``languages/de.yaml`` with those that it says in other words, or a whole language that
we do not have. A tag with a country takes the words of its language: de-CH those of de, and what a theme has
in ``de-CH.yaml``; its days and numbers are the country's own.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.forms.fields import describe, did_you_mean
from generator.forms.sheet import Sheet
from generator.forms.yaml import Node, Pairs, Scalar, parse
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.text import Location, legible
from generator.publish.address.theme_files import LANGUAGES, search_path
from generator.publish.phrase.tongue import Phrase, Tongue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from babel import Locale

ENGLISH: Final = "en"
OWN: Final = "own."  # what the keys of a theme's own words begin with
LOCALE: Final = "locale"
CASES: Final = frozenset(("zero", "one", "two", "few", "many", "other"))  # CLDR's, of a number
_PACKAGED: Final = Path(__file__).resolve().parents[2] / LANGUAGES
_FIELD = re.compile(r"\{([a-z_]+)\}")
_NAMED = 5  # missing keys that are named; the rest are counted


def open_tongue(
    tag: str, folders: tuple[Path, ...] = (), place: Location | None = None
) -> tuple[Tongue, tuple[Diagnostic, ...]]:
    """Return the language ``tag`` of the site with the words of ``folders``, and what is wrong with these.

    Of a language of which there are no words the site speaks English; ``place`` is where it is asked for.
    """
    known = languages(folders)
    chain = [known[name] for name in _parents(tag) if name in known]
    if not chain:
        english = open_tongue(ENGLISH, folders)
        return english[0], (_unknown(tag, tuple(sorted(known)), place or Location("")), *english[1])
    told: list[Diagnostic] = []
    base = _packaged(ENGLISH)
    words = dict(base)
    missing = set(base)
    for path in (path for paths in reversed(chain) for path in paths):
        found = _packaged(path.stem) if path.parent == _PACKAGED else _read(path, base, told)
        words |= found
        missing -= found.keys()
    given = tag if LOCALE in missing else words[LOCALE][""][0]
    if absent := sorted(missing - {LOCALE}):
        told.append(_untranslated(chain[-1][0], absent))
    locale, asked = _locale(tag, given), _written(tag)
    written = asked.lower() in known and LOCALE not in missing  # by hand
    if not written and (message := _otherwise(asked, locale)):
        told.append(Diagnostic(place or Location(""), Severity.INFO, "unknown-language", message))
    return Tongue(asked, locale, words), tuple(told)


@lru_cache(maxsize=8)
def english() -> Tongue:
    """Return English as it is packaged."""
    return open_tongue(ENGLISH)[0]


def languages(folders: tuple[Path, ...] = ()) -> dict[str, tuple[Path, ...]]:
    """Return the files of each language by its tag in small letters, ours first, then by who prevails."""
    found: dict[str, tuple[Path, ...]] = {}
    for folder in (_PACKAGED, *(folder / LANGUAGES for folder in reversed(search_path(folders)))):
        for path in filter(Path.is_file, sorted(folder.glob("*.yaml"))):  # a pipe would be waited on for ever
            found[path.stem.lower()] = (*found.get(path.stem.lower(), ()), path)
    return found


def _parents(tag: str) -> Iterator[str]:
    """Yield a tag and what it comes down to: "de-ch", "de"."""
    parts = tag.lower().replace("_", "-").split("-")
    for end in range(len(parts), 0, -1):
        yield "-".join(parts[:end])


def _written(tag: str) -> str:
    return tag.replace("_", "-")


def _locale(tag: str, given: str) -> Locale:
    """Return CLDR's locale: of the country that ``tag`` names, else the one that the words are for."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - 20 ms, which an unchanged build needs not

    names = [name for name in _parents(tag) if "-" in name]
    for name in (*names, given, ENGLISH):
        with suppress(UnknownLocaleError, ValueError):
            return Locale.parse(name, sep="-")
    raise AssertionError


def _is_locale(name: str) -> bool:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above

    try:
        Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _otherwise(tag: str, locale: Locale) -> str:
    """Say whose days and numbers stand in for those of a tag of which CLDR knows none; empty if it does."""
    if any(_is_locale(name) for name in _parents(tag) if "-" in name or name == tag.lower()):
        return ""
    return f'nothing is known of how days and numbers are written in "{tag}"; they are as in "{locale}"'


@lru_cache(maxsize=16)
def _packaged(name: str) -> dict[str, Phrase]:
    told: list[Diagnostic] = []
    words = _read(_PACKAGED / f"{name}.yaml", None, told)
    if told:
        raise AssertionError(told)
    return words


def _read(path: Path, base: dict[str, Phrase] | None, told: list[Diagnostic]) -> dict[str, Phrase]:
    """Return the words of a file by key; of one of a theme only those that ``base`` has, with its fields."""
    try:
        sheet = Sheet(path.read_text(encoding="utf-8"), path.as_posix())
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot be read as UTF-8: {error}"
        told.append(Diagnostic(Location(path.as_posix()), Severity.ERROR, "unreadable-file", message))
        return {}
    root = parse(sheet)
    if root is not None and not isinstance(root, Pairs):
        sheet.error("wrong-type", root.at, f"this should be keys with their words, not {describe(root)}")
    words: dict[str, Phrase] = {}
    for key, at, node in _leaves(root, ()) if isinstance(root, Pairs) else ():
        if base is not None and key not in base and not key.startswith(OWN):
            message = f'there are no words "{key}"; they are not used'
            sheet.warn("unknown-key", at, message, did_you_mean(key, tuple(base)))
        elif phrase := _phrase(key, node, sheet):
            if key == LOCALE and not _is_locale("".join(phrase.get("", ()))):
                message = "locale: nothing is known of how days and numbers are written there; it is not used"
                sheet.error("bad-value", at, message, "write one such as nl or pt-BR")
            elif base is not None and key in base and not _fields(phrase) <= _fields(base[key]):
                names = ", ".join(f"{{{name}}}" for name in sorted(_fields(base[key]))) or "no field"
                sheet.error(
                    "bad-value", at, f"{key}: these words can have {names}, and nothing else in braces"
                )
            else:
                words[key] = phrase
    told += sheet.diagnostics
    return words


def _leaves(node: Pairs, above: Sequence[str]) -> Iterator[tuple[str, int, Node]]:
    for key, value in node.pairs:
        path = (*above, key.text)
        if isinstance(value, Pairs) and not {k.text for k, _ in value.pairs} <= CASES:
            yield from _leaves(value, path)
        else:
            yield ".".join(path), key.at, value


def _phrase(key: str, node: Node, sheet: Sheet) -> Phrase | None:
    forms: dict[str, Node] = {"": node} if isinstance(node, Scalar) else {}
    if isinstance(node, Pairs):
        forms = {case.text: form for case, form in node.pairs}
        if "other" not in forms:
            sheet.error("missing-key", node.at, f'{key}: the form "other" is missing')
            return None
    if any(isinstance(form, Scalar) and form.empty for form in forms.values()):
        sheet.warn(
            "missing-key", node.at, f"{key} has no words and is not used", 'write "" where none are meant'
        )
        return None
    texts = {case: form for case, form in forms.items() if isinstance(form, Scalar)}
    if not texts or len(texts) < len(forms):
        message = f"{key} should be a text, or a text for each case of a number, not {describe(node)}"
        sheet.error("wrong-type", node.at, message)
        return None
    return {case: tuple(_FIELD.split(legible(text.text))) for case, text in texts.items()}


def _fields(phrase: Phrase) -> set[str]:
    counted = {"n"} if "" not in phrase else set()
    return counted | {name for pieces in phrase.values() for name in pieces[1::2]}


def _unknown(tag: str, known: tuple[str, ...], place: Location) -> Diagnostic:
    message = f'the site has no words in "{tag}"; it speaks English'
    there = f"there are {', '.join(known)}; see README for adding one"
    hint = " ".join(filter(None, (did_you_mean(tag, known), there)))
    return Diagnostic(place, Severity.WARNING, "unknown-language", message, hint)


def _untranslated(path: Path, missing: Sequence[str]) -> Diagnostic:
    names = ", ".join(missing[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    message = f"these words are missing and are shown in English: {names}{more}"
    return Diagnostic(Location(path.as_posix()), Severity.WARNING, "untranslated", message)
