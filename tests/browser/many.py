"""A briefing of many reports that has some of all that a briefing can have, made up the same each time.

The words are those of the corpora of ``tests/bench``; names and headlines are chosen to be hard on a page:
compounds as long as German allows, an address without a break, ten actors where eight have a colour.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator import Options, build_site
from tests.bench.link import World, world
from tests.once import made_once

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SERVED_AT = "https://briefing.example/a/b/"
REPORTS = 300
AFFAIR = 6  # reports that tell of one thing
DAYS = 60
BEGUN = date(2031, 2, 1)
LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
ADDRESS = "https://quay.example/" + "0123456789abcdef" * 8
ACTORS = {
    "northland": ("Northland", "state", "Norhaven"),
    "southmark": ("Southmark", "state", "Sudby"),
    "strait-league": ("Strait League", "alliance", "the League’s seat"),
    "velmark": ("Velmark", "state", "Velstad"),
    "pilots": ("Bundesarbeitsgemeinschaft Küstenschifffahrtslotsenvereine", "organisation", "Lotsenhaus"),
    "dockers": ("Dockers’ Union", "group", "Dock Hall"),
    "ostrand": ("Ostrand", "state", "Ostby"),
    "halden": ("Halden", "state", "Haldenborg"),
    "tarn": ("Republic of Tarn", "state", "Tarnmouth"),
    "ferrymen": ("Ferrymen", "group", "Ferry House"),
}
PEOPLE = {  # two for each actor: the first speaks for it by office
    "northland": ("Ada Berg", "Ilse Marrow"),
    "southmark": ("Tom Reed", "Mia Holt"),
    "strait-league": ("Bo Ek", "Runa Halvard"),
    "velmark": ("Ines Korhonen", "Olav Tveit"),
    "pilots": ("Karl-Theodor Freiherr von Achterdiek-Westermann", "Hanne Lund"),
    "dockers": ("Walt Sorley", "Nils Aker"),
    "ostrand": ("Petra Valk", "Jon Stry"),
    "halden": ("Ida Brandvold", "Lars Moe"),
    "tarn": ("Sana Orrin", "Kit Merrow"),
    "ferrymen": ("Anna Holm", "Ulf Dahl"),
}
OUTLETS = (
    *("Pier Post", "Quay Times", "Marsh Herald", "Harbour Radio", "Strait Ledger", "Mole Review"),
    *("Donaudampfschifffahrtsnachrichten", "Lantern Weekly", "Tide", "Beacon", "Sund Observer", "The Log"),
)
EXCERPTS = ("Lantern Weekly", "Beacon")
PAGE = f"""---
title: How to read a {LONG}
---
A paragraph with `code_that_has_no_place_to_break_{"x" * 60}` and <{ADDRESS}>.

| Day | What was said | By whom | Where it was said | How many reports have it | Remark |
|---|---|---|---|---|---|
| 1 | {LONG} | Ada Berg | Norhaven | 12 | {LONG} |

    a block of code that is wider than the window {"of a small telephone " * 6}

## {LONG}

1. One
   - two
   - > three, of [[northland]]
"""


@dataclass
class _Affair:
    """What several reports tell of: who says what."""

    said: list[tuple[str, str, str]]  # actor, person, words


def large(factory: pytest.TempPathFactory) -> Path:
    """Build the briefing for a host that has it below a path, once for all tests; return the folder."""

    def make(folder: Path) -> None:
        Writer(folder / "content").write()
        built = build_site(Options(folder / "content", folder / "site", base_url=SERVED_AT))
        assert (built.articles, {d.code for d in built.diagnostics}) == (300, {"withheld-too", "same-report"})

    return made_once(factory, "many", make)


class Writer:
    """Writes the files of the briefing."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.chance = random.Random(7)  # noqa: S311 - no secret
        self.known: World = world(self.chance)

    def write(self) -> None:
        """Write all of it."""
        self._file("site.yaml", _site())
        for name, (title, kind, seat) in ACTORS.items():
            first, second = PEOPLE[name]
            self._file(
                f"actors/{name}.md",
                f"---\nname: {title}\nkind: {kind}\nspeaks_as: [{seat}]\npeople:\n"
                f"  - {{name: {first}, role: Secretary General, from: 2029-10-01}}\n---\n"
                f"{title} is of [[strait-league]]. See [[{_id(second)}]].\n",
            )
            self._file(f"people/{_id(second)}.md", f"---\nname: {second}\nactor: {name}\nrole: Envoy\n---\n")
        self._file("people/tom-reed.md", "---\nname: Tom Reed\nsame_as: [tom-reid]\n---\nOf [[southmark]].\n")
        self._file("pages/how.md", PAGE)
        self._file("pages/index.md", "What this is about, and [[how]] to read it.\n")
        affair = self._affair()
        for n in range(REPORTS):
            affair = affair if n % AFFAIR else self._affair()
            self._report(n, affair)

    def _file(self, name: str, text: str) -> None:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _words(self, count: int) -> str:
        words = self.chance.choices(self.known.words, cum_weights=self.known.often, k=count)
        return " ".join(words).capitalize()

    def _affair(self) -> _Affair:
        actors = self.chance.choices(list(ACTORS), weights=[5, 4, 4, 3, 2, 2, 1, 1, 1, 1], k=4)
        speakers = [(actor, self.chance.choice(PEOPLE[actor])) for actor in actors]
        return _Affair([(*speaker, self._words(self.chance.randint(8, 30))) for speaker in speakers])

    def _report(self, n: int, affair: _Affair) -> None:
        name, day = f"r{n:03}", BEGUN + timedelta(n * DAYS // REPORTS)
        said = self.chance.sample(affair.said, 3)
        outlet = OUTLETS[n % len(OUTLETS)]
        told = [_told(words, person, actor, n + k) for k, (actor, person, words) in enumerate(said)]
        body = "\n\n".join(f"{passage}\n\n{self._words(35)}." for passage in told)
        head = [f"title: {self._title(n)}", f"outlet: {outlet}", f"url: {ADDRESS}/{name}"]
        if n % 50:  # one in fifty states no day
            head.append(f"published: {day.isoformat()}")
        if n % 20 in (3, 7):  # saved, and saved once more with a word changed
            self._saved(name, head, body, again=n % 20 == 3)
            return
        first = _exact(said[0][2])
        if n % 10 == 0:
            head += ["corrections:", *_corrections(n, first)]
        if n % 9 == 1:
            self._note(name, _exact(said[1][2]), n)
        if n % 30 == 1:
            body += '\n\n::: note {by="Desk" kind="context"}\n' + f"Of [[northland]] and {LONG}.\n:::\n"
            body += f"\n{ADDRESS}\n\n|{'A|' * 6}\n|{'---|' * 6}\n|{f'{LONG}|' * 6}\n"
        self._file(f"articles/{name}.md", "---\n" + "\n".join(head) + f"\n---\n{body}\n")

    def _title(self, n: int) -> str:
        return f"{LONG}, report {n}" if n % 30 == 1 else f"{self._words(6)} {n}"

    def _saved(self, name: str, head: list[str], body: str, *, again: bool) -> None:
        title, *rest = head
        text = f"{title.removeprefix('title: ')}\n\n{body}\n\nSign up for our free newsletter.\n"
        for k in range(1 + again):
            saved = f"saved: 2031-05-0{k + 1}"
            self._file(f"sources/{name}{'-first' * (again - k)}.txt", text.replace(" the ", " a ", k))
            self._file(f"sources/{name}{'-first' * (again - k)}.yaml", "\n".join([*rest, saved]) + "\n")

    def _note(self, name: str, exact: str, n: int) -> None:
        kind = ("context", "dispute", "verified", "correction")[n // 9 % 4]
        self._file(
            f"notes/{name}.md",
            f'---\narticle: {name}\nat: {{exact: "{exact}"}}\nby: Desk\nkind: {kind}\ndate: 2031-05-01\n---\n'
            f"Of [[southmark]]; {LONG}[^1].\n\n[^1]: See {ADDRESS}.\n",
        )


def _site() -> str:
    excerpts = "".join(f"  - {{name: {name}, text: excerpt}}\n" for name in EXCERPTS)
    return (
        "title: The strait, spring of 2031\nbase_url: https://briefing.example/\nexcerpt_words: 40\n"
        f"actors: [{', '.join(ACTORS)}]\nlead: r002\npinned: [r004]\noutlets:\n{excerpts}"
    )


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _exact(words: str) -> str:
    return " ".join(words.split()[1:6])


def _told(words: str, person: str, actor: str, n: int) -> str:
    """Return words as a report has them: whole, shortened, or told."""
    person = person.replace("Reed", "Reid") if n % 4 == 0 else person
    if n % 7 == 2:
        return f"{person}, of {ACTORS[actor][0]}, said that {words.lower()}."
    if n % 5 == 3:
        return f"The answer was “{' '.join(words.split()[:6])}”, said {person} of {ACTORS[actor][0]}."
    return f"“{words},” said {person}, the envoy of {ACTORS[actor][0]}."


def _corrections(n: int, exact: str) -> list[str]:
    what = ["    hidden: true"] if n % 40 == 0 else ["    speaker: Ilse Marrow", "    actor: northland"]
    why = "    why: The outlet says so by now."
    return [f'  - at: {{exact: "{exact}"}}', *what, why, "    date: 2031-05-02"]
