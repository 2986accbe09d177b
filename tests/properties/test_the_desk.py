"""Whatever editors and outlets do, in any order: nothing of the editors' is lost, nothing hidden is shown.

A machine takes reports over, edits, corrects, hides, notes, joins and parts people and statements, lets newer
savings come in and ingests anew, all through the command line. After each step every file that editors wrote
is there byte for byte, and in the articles, which ``ingest`` writes as well, every line and sentence of
theirs; the site is that of a clean build; what is hidden stands in no byte of it.
"""

from __future__ import annotations

import io
import json
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import mkdtemp

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from generator.cli import main

BASE = Path(__file__).resolve().parents[1] / "stories" / "content"
REPORTS = ("pier-post-three-days", "quay-times-minister")
QUOTED = {  # of each report words of a quotation, and whose they are
    "pier-post-three-days": ("a lock without a key", "Nobody on our boats has seen a sheet of paper"),
    "quay-times-minister": ("The pilots will bring in whatever floats", "We can wait for three days more"),
}
CHANGES = (  # what an outlet may change, there and back
    ("on Monday.", "on Monday morning."),
    ("40 berths", "42 berths"),
    ("The Coastal Union met in the evening. ", ""),
    ("gave no reason.", "gave no reason, and left."),
    ("would vote on Friday.", "would vote on Saturday.\n\nThe vote is secret."),
    ("He called the closing", "He called it"),
    ("No offer yet, says union", "No offer, says union"),
)
STYLES = (
    "tags: [harbour,   strike]",
    "licence: 'by hand'   # asked",
    "archived: >-\n  https://archive.example/x",
)
PEOPLE = ("ada-berg", "bo-ek", "ilse-marrow")


class Desk(RuleBasedStateMachine):
    """A briefing, what editors wrote in it, and what they hid."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.content = self.folder / "content"
        self.files: dict[str, bytes] = {}  # that editors alone write
        self.words: dict[str, list[str]] = {}  # of theirs in articles
        self.hidden: set[str] = set()
        self.steps = 0

    @initialize()
    def begin(self) -> None:
        shutil.copytree(BASE, self.content)
        for path in self.content.rglob("*"):
            if path.is_file():
                self.files[path.relative_to(self.content).as_posix()] = path.read_bytes()

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *words: str) -> int:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            return main([words[0], "--content", str(self.content), *words[1:]])

    def write(self, name: str, text: str) -> None:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        self.files[name] = text.encode()

    def article(self, report: str) -> Path:
        """Return the article of a report, which is taken over if nobody has yet."""
        path = self.content / "articles" / f"{report}.md"
        if not path.exists():
            assert self.run("ingest", str(self.content / "sources" / f"{report}.txt")) == 0
        return path

    def serial(self) -> int:
        self.steps += 1
        return self.steps

    def into_head(self, report: str, line: str, *, of_corrections: bool = False) -> None:
        path = self.article(report)
        head, end, body = path.read_text("utf-8").partition("\n---\n")
        if of_corrections and "\ncorrections:" not in head:
            head += "\ncorrections:"
        if of_corrections:
            above, key, below = head.partition("\ncorrections:")
            head = f"{above}{key}\n{line}{below}"
        else:
            head = head.replace("---\n", f"---\n{line}\n", 1)
        path.write_text(head + end + body, "utf-8")
        self.words.setdefault(path.name, []).append(line)

    @rule(report=st.sampled_from(REPORTS), place=st.integers(0, 4), alone=st.booleans())
    def a_sentence_is_added(self, report: str, place: int, alone: bool) -> None:  # noqa: FBT001 - drawn
        path = self.article(report)
        head, end, body = path.read_text("utf-8").partition("\n---\n")
        paragraphs = body.rstrip("\n").split("\n\n")
        at = min(place, len(paragraphs) - 1)
        sentence = f"Sentence {self.serial()} is the desk’s."
        paragraphs[at] += f"\n\n{sentence}" if alone else f" {sentence}"
        path.write_text(head + end + "\n\n".join(paragraphs) + "\n", "utf-8")
        self.words.setdefault(path.name, []).append(sentence)

    @rule(report=st.sampled_from(REPORTS), change=st.sampled_from(CHANGES))
    def a_sentence_is_worded_anew(self, report: str, change: tuple[str, str]) -> None:
        path = self.article(report)
        head, end, body = path.read_text("utf-8").partition("\n---\n")
        own = f"(so the desk, {self.serial()})"
        if change[0] and change[0] in body:
            path.write_text(head + end + body.replace(change[0], f"{own} {change[0]}", 1), "utf-8")
            self.words.setdefault(path.name, []).append(own)

    @rule(report=st.sampled_from(REPORTS), style=st.sampled_from(STYLES))
    def the_head_is_set_by_hand(self, report: str, style: str) -> None:
        head = self.article(report).read_text("utf-8").partition("\n---\n")[0]
        key = style.partition(":")[0]
        line = f"# remark {self.serial()}: [kept]"
        self.into_head(report, line if f"\n{key}:" in head else f"{line}\n{style}")

    @rule(
        report=st.sampled_from(REPORTS),
        which=st.integers(0, 1),
        speaker=st.sampled_from(["Bo Ek", "Ada Berg"]),
    )
    def a_speaker_is_corrected(self, report: str, which: int, speaker: str) -> None:
        words = QUOTED[report][which]
        why = f"Heard on tape {self.serial()}."
        line = f"  - at: {{exact: {words}}}   # by Mia\n    speaker: '{speaker}'\n    why: {why}"
        self.into_head(report, line, of_corrections=True)

    @rule(report=st.sampled_from(REPORTS), which=st.integers(0, 1))
    def a_quotation_is_hidden(self, report: str, which: int) -> None:
        words = QUOTED[report][which]
        line = f"  - {{at: {{exact: {words}}}, hidden: true, why: Withdrawn {self.serial()}.}}"
        self.into_head(report, line, of_corrections=True)
        if words in self.article(report).read_text("utf-8").partition("\n---\n")[2]:
            self.hidden.add(words)

    @rule(join=st.booleans())
    def two_statements_are_joined_or_parted(self, join: bool) -> None:  # noqa: FBT001 - drawn
        found = self.folder / "site" / "data" / "quotes.json"
        quotes = json.loads(found.read_text("utf-8")) if found.exists() else []
        ids = [q["id"] for q in quotes if q["article"] == "marsh-herald-vote"]
        if ids:
            key = "same_statement" if join else "not_same_statement"
            words = QUOTED["quay-times-minister"][0]
            line = f"  - {{at: {{exact: {words}}}, {key}: [{ids[0]}], why: Read {self.serial()}.}}"
            self.into_head("quay-times-minister", line, of_corrections=True)

    @rule(one=st.sampled_from(PEOPLE), other=st.sampled_from(PEOPLE), join=st.booleans())
    def two_people_are_joined_or_parted(self, one: str, other: str, join: bool) -> None:  # noqa: FBT001 - drawn
        if one != other:
            name = one.replace("-", " ").title()
            key = "same_as" if join else "not_same_as"
            text = f"---\nname:   {name}  # {self.serial()}\n{key}: [ {other} ]\n---\nAs the desk has it.\n"
            self.write(f"people/{one}.md", text)

    @rule(report=st.sampled_from(REPORTS), which=st.integers(0, 1))
    def a_note_is_written(self, report: str, which: int) -> None:
        words = f"Note {self.serial()}.[^1]\n\n[^1]: Footnote."
        before = set((self.content / "notes").glob("*.md"))
        self.run("note", report, QUOTED[report][which], "--text", words, "--no-cache")
        for path in set((self.content / "notes").glob("*.md")) - before:
            self.files[f"notes/{path.name}"] = path.read_bytes()

    @rule(report=st.sampled_from(REPORTS), changes=st.sets(st.sampled_from(CHANGES), min_size=1, max_size=3))
    def a_newer_saving_comes_in(self, report: str, changes: set[tuple[str, str]]) -> None:
        self.article(report)
        text = (BASE / "sources" / f"{report}.txt").read_text("utf-8")
        for old, new in sorted(changes):
            text = text.replace(old, new)
        outlet, url = {"pier": ("Pier Post", "pier-post.example/three-days")}.get(
            report[:4], ("Quay Times", "quay-times.example/minister")
        )
        saved = self.folder / "saved" / f"{report}.txt"
        saved.parent.mkdir(exist_ok=True)
        saved.write_text(f"{text}\nSaved for the {self.serial()}th time.\n", "utf-8")
        day = f"2031-06-{self.steps % 28 + 1:02}" if self.steps < 28 else f"2031-07-{self.steps % 28 + 1:02}"
        said = ("--outlet", outlet, "--url", f"https://{url}", "--published", "2031-05-14", "--saved", day)
        assert self.run("ingest", str(saved), *said) == 0

    @rule()
    def all_is_ingested_anew(self) -> None:
        self.run("ingest")
        before = files(self.content)
        self.run("ingest")
        assert files(self.content) == before

    @invariant()
    def nothing_of_the_editors_is_lost(self) -> None:
        for name, data in self.files.items():
            if not name.startswith("articles/"):
                assert (self.content / name).read_bytes() == data, name
        for name, words in self.words.items():
            text = (self.content / "articles" / name).read_text("utf-8")
            assert [each for each in words if each not in text] == [], name

    @invariant()
    def the_site_is_that_of_a_clean_build_and_shows_nothing_hidden(self) -> None:
        if not self.content.exists():
            return
        site, clean = self.folder / "site", self.folder / "clean"
        self.run("build", "--output", str(site))
        shutil.rmtree(clean, ignore_errors=True)
        self.run("build", "--output", str(clean), "--no-cache")
        shown = files(site)
        assert shown == files(clean)
        for words in self.hidden:
            assert [name for name, data in shown.items() if words.encode() in data] == [], words


def files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


Desk.TestCase.settings = settings(
    max_examples=6,
    stateful_step_count=10,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # a step takes two builds: to make a find smaller would take minutes
)
TestTheDesk = Desk.TestCase
