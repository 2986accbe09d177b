"""The words of the site, so that another language needs one module and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
UNDATED: Final = "Date not stated"
UNNAMED: Final = "Speaker not named"
GAP: Final = "[…]"  # of an excerpt, where the report goes on
ELLIPSIS: Final = "…"
DESK: Final = "Desk"
AMENDED: Final = "The outlet’s own note on this report"

TIMELINE: Final = "Timeline"
SEARCH: Final = "Index"
CORRECTIONS: Final = "Corrections"
NOTES: Final = "Notes"
ABOUT_NOTES: Final = "What the desk noted on passages of the reports, in its own voice."
ABOUT: Final = "About this briefing"
NOT_FOUND: Final = "Nothing stands at this address"
MOVED: Final = "This address has moved"
FRONT: Final = "Front page"

PEOPLE: Final = "People"
ACTORS: Final = "Actors"
OUTLETS: Final = "Outlets"
REPORTS: Final = "Reports"
STATEMENTS: Final = "Statements"
DAYS: Final = "Days"
TOLD_BY: Final = "Told by"

SAID: Final = "Said"
SAID_OF: Final = "Said of it"
REPORTED_SPEECH: Final = "Reported speech"
ALONE: Final = "Reported here alone"
SHARED: Final = "Reported elsewhere too"
NEWEST: Final = "Newest reports"

OUTLET: Final = "Outlet"
ADDRESS: Final = "Address"
ARCHIVED: Final = "Archived copy"
SAVED_FILE: Final = "Saved file"
DIGEST: Final = "SHA-256"
PUBLISHED: Final = "Published"
LICENCE: Final = "Licence"
LANGUAGE: Final = "Language"
NOT_STATED: Final = "not stated"
NO_OUTLET: Final = "an outlet not stated"
NO_HEADLINE: Final = "a report without a headline, beginning"

ATOM: Final = "Reports (Atom)"
ACTOR_ATOM: Final = "Statements of {} (Atom)"
CORRECTIONS_ATOM: Final = "Corrections (Atom)"
JSON_FEED: Final = "Reports (JSON Feed)"

BACK: Final = "Back to the text"
VERSIONS: Final = "Versions"
FIRST_SAVING: Final = "The first saving"
_PLACES: Final = {0: "Headline", -1: "Line below the headline"}
_CHANGES: Final = {"altered": "altered", "came": "added", "went": "taken out"}

_PLURALS: Final = {"person": "people", "country": "countries", "reply": "replies"}

_RULES: Final = {
    "ad": "advertisement",
    "alt": "picture description",
    "app": "app promotion",
    "author": "about the author",
    "boilerplate": "not the story",
    "byline": "byline",
    "caption": "caption",
    "comments": "comments",
    "contact": "contact line",
    "cookies": "cookie notice",
    "copyright": "copyright line",
    "credit": "credit",
    "donation": "donation plea",
    "embed": "embedded post",
    "image-alt": "picture description",
    "newsletter": "newsletter",
    "promotion": "promotion",
    "registration": "registration",
    "related": "related links",
    "repeated": "repeated text",
    "repeated-in-outlet": "the outlet repeats it",
    "share": "share buttons",
    "site.yaml": "the desk’s own rule",
    "subscription": "subscription",
    "tags": "tags",
    "timestamp": "time stamp",
}

_LANGUAGES: Final = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}

SAME: Final = "same words"
OTHER: Final = "other words"
FRAGMENT: Final = "a fragment"
FULLEST: Final = "the fullest wording"
PART: Final = "another part"
JOINED: Final = "joined by the desk"
_ENDS: Final = 5  # words of either end of a long text that is left out


def day(iso: str) -> str:
    """Write an ISO 8601 day as an editor does: "8 October 2015", "October 2015" without its day."""
    if not iso:
        return UNDATED
    parts = iso[:10].split("-")
    try:
        year, rest = str(int(parts[0])), [int(p) for p in parts[1:]]
        month = MONTHS[rest[0] - 1] if rest else ""
    except (ValueError, IndexError):
        return iso
    return " ".join([*(str(d) for d in rest[1:2]), *([month] if month else []), year])


def days(first: str, last: str) -> str:
    """Write a range of days: "3–12 October 2015", "30 September – 2 October 2015"."""
    if not first or not last:
        return day(first or last) if first or last else ""
    if first == last:
        return day(first)
    one, two = day(first).split(" "), day(last).split(" ")
    if len(one) != 3 or len(two) != 3:  # noqa: PLR2004 - day, month, year
        return f"{day(first)} – {day(last)}"
    if one[1:] == two[1:]:
        return f"{one[0]}–{' '.join(two)}"
    if one[2] == two[2]:
        return f"{one[0]} {one[1]} – {' '.join(two)}"
    return f"{' '.join(one)} – {' '.join(two)}"


def number(n: int) -> str:
    """Write a number with its thousands set apart."""
    return f"{n:,}"


def count(n: int, noun: str) -> str:
    """Write a number with its noun: "1 outlet", "2 outlets"."""
    return f"{number(n)} {noun if n == 1 else _PLURALS.get(noun, noun + 's')}"


def listed(items: Sequence[str]) -> str:
    """Join words as a sentence does: "a", "a and b", "a, b and c"."""
    if len(items) < 2:  # noqa: PLR2004 - one needs no "and"
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def counts(pairs: Iterable[tuple[int, str]]) -> str:
    """Write several counts in a row, without those that are nought."""
    return ", ".join(count(n, noun) for n, noun in pairs if n)


def reported(outlets: int, reports: int, wordings: int, independent: int = 0) -> str:
    """Say who reports a statement; reports are counted where not every report names its outlet.

    Where an agency wrote what some outlets print, those that report by themselves are told apart.
    """
    by = by_outlets(outlets, independent) if outlets else count(reports, "report")
    return by if reports == 1 else f"{by}, {count(wordings, 'wording')}"


def by_outlets(outlets: int, independent: int) -> str:
    """Count outlets, and those that report by themselves where not all do: of none it is not known."""
    by = count(outlets, "outlet")
    if independent == 1 < outlets:
        return f"{by} from one source"
    return f"{by}, {number(independent)} of them independently" if 0 < independent < outlets else by


def rule(name: str) -> str:
    """Name the rule that left a text out."""
    return _RULES.get(name, name.replace("-", " ").replace("_", " "))


def cuts(by_rule: Sequence[tuple[str, int]]) -> str:
    """Count what was left out: "10 passages: newsletter 4, related links 5, credit 1"."""
    if not by_rule:
        return ""
    total = sum(n for _, n in by_rule)
    return f"{count(total, 'passage')}: {', '.join(f'{kind} {number(n)}' for kind, n in by_rule)}"


def language(code: str) -> str:
    """Name a language by its code."""
    return _LANGUAGES.get(code.partition("-")[0].lower(), code)


def office(role: str, since: str | None, until: str | None) -> str:
    """Write an office with its days: "Secretary General, 1 October 2014 – 1 October 2024"."""
    if since and until:
        return f"{role}, {day(since)} – {day(until)}"
    if since:
        return f"{role}, since {day(since)}"
    return f"{role}, until {day(until)}" if until else role


def further(n: int, noun: str) -> str:
    """Count what a long list leaves out: "412 further statements"."""
    return f"{number(n)} further {noun if n == 1 else noun + 's'}"


def left_out(pairs: Iterable[tuple[int, str]]) -> str:
    """Count what a table leaves out: "12 further statements and 1 further outlet"; "" where nothing."""
    return listed([further(n, noun) for n, noun in pairs if n > 0])


def quoted(words: str) -> str:
    """Set words in quotation marks."""
    return f"“{words}”"


def differs(adds: Sequence[str], leaves: Sequence[str], swaps: Sequence[tuple[str, str]]) -> str:
    """Tell a difference of wording: "has “x” for “y”; adds “Nato is”; leaves out “at last”"."""
    told = [f"has {quoted(new)} for {quoted(_ends(old))}" for new, old in swaps]
    told += [f"adds {listed([quoted(words) for words in adds])}"] if adds else []
    told += [f"leaves out {listed([quoted(_ends(words)) for words in leaves])}"] if leaves else []
    return "; ".join(told)


def _ends(words: str) -> str:
    """Return how long words begin and end: whole they stand in the fullest wording."""
    found = words.split()
    if len(found) <= 4 * _ENDS:
        return words
    return f"{' '.join(found[:_ENDS])} {ELLIPSIS} {' '.join(found[-_ENDS:])}"


HIDDEN: Final = "Quotation withdrawn by the desk"
MISSED: Final = "Found: no quotation; the desk: a statement"
SCARED: Final = "Found: words in marks, nobody’s statement; the desk: a statement"
EXTENT: Final = "Found with other words; the desk has those of the statement"
CHECKED: Final = "Checked by the desk"
CORRECTION: Final = "Correction"
NOTED: Final = "Note of the desk"


def described(words: str) -> str:
    """Say by which words a report names a speaker, and whence it is known who that is."""
    return f"here “{words}”; who held the office, the desk’s file says" if words else ""


def corrected_speaker(now: str, before: str | None) -> str:
    """Say who was found to speak, and who does by the desk's decision."""
    return f"Speaker found: {before or 'nobody named'}; the desk: {now}"


def corrected_actor(now: str, before: str) -> str:
    """Say for whom the words were found to be said, and for whom they are by the desk's decision."""
    return f"Said for, found: {before or 'nobody named'}; the desk: {now}"


def no_statement(before: str | None) -> str:
    """Say whose statement was found where the desk says that there is none."""
    return f"Found: a statement, {before or 'speaker not named'}; the desk: nobody’s statement"


def corrected_extent(now: str, before: str) -> str:
    """Say which words were found where the desk has others."""
    return f"Words found: {quoted(before)}; the desk: {quoted(now)}"


def corrected_day(iso: str) -> str:
    """Say on which day it was said by the desk's decision."""
    return f"Day found: that of the report; the desk: {day(iso)}"


def joined(outlets: Sequence[str]) -> str:
    """Say with whose reports of the same statement the desk joined a quotation."""
    return f"The desk: one statement with that in {listed(outlets)}"


def parted(outlets: Sequence[str]) -> str:
    """Say from whose reports of another statement the desk parted a quotation."""
    return f"The desk: another statement than that in {listed(outlets)}"


def with_reason(change: str, why: str | None) -> str:
    """Add an editor's reason, a sentence of its own, to a change."""
    return f"{change}. {why[0].upper()}{why[1:]}" if why else change


def as_reported(said: str, reports: Sequence[str]) -> str:
    """Cite what somebody said by the reports that have it."""
    return f"{said}, as reported by {'; '.join(reports)}." if reports else f"{said}."


def note_kind(kind: str) -> str:
    """Name a kind of note."""
    return {
        "context": "Context",
        "dispute": "Disputed",
        "verified": "Verified",
        "correction": "Correction",
    }.get(kind, kind.capitalize())


def not_found() -> str:
    """Return what a page that is not there says."""
    return "The address may have been mistyped, or the page may have been withdrawn."


def dossier(name: str) -> str:
    """Title what is printed of the affair or of an actor."""
    return f"{name}: dossier"


def about_actor(name: str, said: int, of: int) -> str:
    """Describe an actor's page in a sentence."""
    told = count(said, "statement")
    return f"What {name} said ({told}) and what others said of it ({number(of)}), by outlet and day."


def about_person(name: str, said: int) -> str:
    """Describe a person's page in a sentence."""
    return f"What {name} said, in {count(said, 'statement')}, by outlet and day."


def about_outlet(name: str, reports: int) -> str:
    """Describe an outlet's page in a sentence."""
    return f"{count(reports, 'report')} by {name}, and the statements it alone has."


def about_day(words: str, said: int, told: int) -> str:
    """Describe the page of a day in a sentence."""
    by = f"{count(told, 'report')} {'tells' if told == 1 else 'tell'}"
    return f"What was said on {words} ({count(said, 'statement')}), and what {by} of it."


def place(number: int) -> str:
    """Name the paragraph of a change, or the headline."""
    return _PLACES.get(number, f"Paragraph {number}")


def changed(kinds: Mapping[str, int]) -> str:
    """Count what a saving has otherwise: "2 passages altered, 1 added"."""
    told = [(kinds.get(kind, 0), words) for kind, words in _CHANGES.items() if kinds.get(kind)]
    if not told:
        return "The same words as before"
    (n, first), *rest = told
    return ", ".join([f"{count(n, 'passage')} {first}", *(f"{number(k)} {words}" for k, words in rest)])


def admin(title: str) -> str:
    """Title the page on which editors work."""
    return f"{title}: for editors"


def changed_aloud(pieces: Sequence[tuple[str, str]]) -> str:
    """Tell a change for a reader who hears it: "taken out: “one”; added: “two”"."""
    names = {"gone": "taken out", "come": "added"}
    return "; ".join(f"{names[kind]}: {quoted(words)}" for kind, words in pieces if kind in names)


def versions(n: int) -> str:
    """Say how often a report was saved."""
    return f"{count(n, 'saving')}: what changed"


def about_versions(title: str, n: int) -> str:
    """Describe the page of what changed in a sentence."""
    return f"What changed in “{title}” between {count(n, 'saving')} of the report, paragraph by paragraph."


def for_desk(name: str) -> str:
    """Say beside who wrote a note that it is not published: it is shown in a preview alone."""
    return f"{name}, for the desk alone"
