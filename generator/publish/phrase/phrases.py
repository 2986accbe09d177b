"""Sentences of the site that are made of several things, in the language of the site.

The words themselves lie in ``generator/languages/``; here is what decides which of them are said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from generator.publish.phrase.tongue import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.publish.phrase.tongue import Tongue

ELLIPSIS: Final = "…"
_CHANGES: Final = ("altered", "came", "went")
_PLACES: Final = {0: "versions.headline", -1: "versions.dek"}
_PIECES: Final = {"gone": "change.went", "come": "change.came"}
_SITE_RULE: Final = "site.yaml"
_ENDS: Final = 5  # words of either end of a long text that is left out


def reported(tongue: Tongue, counted: tuple[int, int], wordings: int, independent: int = 0) -> str:
    """Say who reports a statement: ``counted`` outlets, and reports where not every report names its outlet.

    Where an agency wrote what some outlets print, those that report by themselves are told apart.
    """
    outlets, reports = counted
    by = by_outlets(tongue, outlets, independent) if outlets else tongue.count("report", reports)
    return by if reports == 1 else tongue.row([by, tongue.count("wording", wordings)])


def by_outlets(tongue: Tongue, outlets: int, independent: int) -> str:
    """Count outlets, and those that report by themselves where not all do: of none it is not known."""
    if independent == 1 < outlets:
        return tongue.say("reported.one-source", n=outlets)
    by = tongue.count("outlet", outlets)
    some = 0 < independent < outlets
    return tongue.say("reported.independently", outlets=by, n=independent) if some else by


def when(tongue: Tongue, day: str, *, told: bool) -> str:
    """Say on which day it was said, or, where that is not told, since when it is reported."""
    return tongue.say("saying.said" if told else "saying.reported", day=day)


def pair(tongue: Tongue, name: str, words: str) -> str:
    """Write whose words they are: "Ada Berg: “We wait”"."""
    return joined("", (tongue.isolated(name), tongue.say("sign.colon"), words))


def rule(tongue: Tongue, name: str) -> str:
    """Name the rule that left a text out."""
    return tongue.named("rule", _key(name))


def why(tongue: Tongue, name: str) -> str:
    """Say in a sentence what a rule goes by that left a text out; "" of one that an editor made up."""
    key = f"why.{_key(name)}"
    return tongue.say(key) if key in tongue.words else ""


def _key(rule: str) -> str:
    return rule.replace(".", "-") if rule == _SITE_RULE else rule


def office(tongue: Tongue, role: str, days: tuple[str | None, str | None]) -> str:
    """Write an office with its days: "Secretary General, 1 October 2014 – 1 October 2024"."""
    since, until = (tongue.day(day) if day else "" for day in days)
    if since and until:
        return tongue.say("voice.between", role=role, since=since, until=until)
    if since:
        return tongue.say("voice.since", role=role, day=since)
    return tongue.say("voice.until", role=role, day=until) if until else role


def left_out(tongue: Tongue, pairs: Iterable[tuple[int, str]]) -> str:
    """Count what a table leaves out: "12 further statements and 1 further outlet"; "" where nothing."""
    return tongue.listed([tongue.count(f"further-{noun}", n) for n, noun in pairs if n > 0])


def differs(
    tongue: Tongue, adds: Sequence[str], leaves: Sequence[str], swaps: Sequence[tuple[str, str]]
) -> str:
    """Tell a difference of wording: "has “x” for “y”; adds “Nato is”; leaves out “at last”"."""
    quoted, say = tongue.quoted, tongue.say
    told = [say("differs.swap", new=quoted(new), old=quoted(_ends(old))) for new, old in swaps]
    told += [say("differs.adds", words=tongue.listed([*map(quoted, adds)]))] if adds else []
    gone = tongue.listed([quoted(_ends(words)) for words in leaves])
    told += [say("differs.leaves-out", words=gone)] if leaves else []
    return joined(say("sign.semicolon"), told)


def _ends(words: str) -> str:
    """Return how long words begin and end: whole they stand in the fullest wording."""
    found = words.split()
    if len(found) <= 4 * _ENDS:
        return words
    return f"{' '.join(found[:_ENDS])} {ELLIPSIS} {' '.join(found[-_ENDS:])}"


def described(tongue: Tongue, words: str) -> str:
    """Say by which words a report names a speaker, and whence it is known who that is."""
    return tongue.say("entry.described", words=tongue.quoted(words)) if words else ""


def corrected(tongue: Tongue, what: str, before: str, now: str) -> str:
    """Say what was found, struck, beside what the desk says, inserted; ``what`` is a key of ``corrected``."""
    return tongue.say(f"corrected.{what}", before=struck(tongue, before), now=inserted(tongue, now))


def no_statement(tongue: Tongue, before: str | None) -> str:
    """Say whose statement was found where the desk says that there is none."""
    whose = before or tongue.say("corrected.speaker-not-named")
    found = tongue.say("corrected.statement-of", before=whose)
    return corrected(tongue, "found", found, tongue.say("corrected.no-statement"))


def struck(tongue: Tongue, words: str) -> str:
    """Return words as such that hold no more; the sentence about them says so to those who hear it."""
    return Markup("<del>{}</del>").format(tongue.isolated(words))


def inserted(tongue: Tongue, words: str) -> str:
    """Return words as such that stand in the place of others."""
    return Markup("<ins>{}</ins>").format(tongue.isolated(words))


def with_reason(change: str, why: str | None) -> str:
    """Add an editor's reason, a sentence of its own, to a change."""
    return joined(". ", (change, joined("", (type(why)(why[:1].upper()), why[1:])))) if why else change


def as_reported(tongue: Tongue, said: str, reports: Sequence[str]) -> str:
    """Cite what somebody said by the reports that have it."""
    if not reports:
        return joined("", (said, "."))
    return tongue.say("cite.as-reported", said=said, reports=joined(tongue.say("sign.semicolon"), reports))


def place(tongue: Tongue, number: int) -> str:
    """Name the paragraph of a change, or the headline."""
    return tongue.say(_PLACES.get(number, "versions.paragraph"), number=number)


def changed(tongue: Tongue, kinds: Mapping[str, int]) -> str:
    """Count what a saving has otherwise: "2 passages altered, 1 added"."""
    told = [kind for kind in _CHANGES if kinds.get(kind)]
    if not told:
        return tongue.say("versions.same")
    first = tongue.say(f"versions.{told[0]}", n=kinds[told[0]])
    return tongue.row([first, *(tongue.say(f"versions.further-{kind}", n=kinds[kind]) for kind in told[1:])])


def changed_aloud(tongue: Tongue, pieces: Sequence[tuple[str, str]]) -> str:
    """Tell a change for a reader who hears it: "taken out: “one”; added: “two”"."""
    told = ((tongue.say(_PIECES[kind]), words) for kind, words in pieces if kind in _PIECES)
    pairs = (pair(tongue, name, tongue.quoted(words)) for name, words in told)
    return joined(tongue.say("sign.semicolon"), pairs)
