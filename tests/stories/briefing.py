"""A small briefing that an editor works on through the command line, as the stories tell it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main

_HEAD = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a command said: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """The folder of a briefing, what an editor does in it, and what a reader finds in its site."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def content(self) -> Path:
        """The folder of what editors write."""
        return self.folder / "content"

    @property
    def site(self) -> Path:
        """The folder of what is published."""
        return self.folder / "site"

    def run(self, *words: str | Path) -> Told:
        """Run a command of ``python -m generator`` in the briefing's folder."""
        self.capsys.readouterr()
        status = main([str(word) for word in words])
        return Told(status, *self.capsys.readouterr())

    def build(self, *words: str | Path) -> Told:
        """Build the site, and expect that nothing in the content is wrong."""
        told = self.run("build", *words)
        assert told.status == 0, told.err
        return told

    def read(self, name: str) -> str:
        """Return a file of content/, given by its path there."""
        return (self.content / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file of content/, given by its path there."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Put other words in place of words that stand once in a file of content/."""
        text = self.read(name)
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def add_to_head(self, name: str, lines: str) -> None:
        """Add lines at the end of the head of a file of content/."""
        text = self.read(name)
        head = _HEAD.match(text)
        assert head is not None, f"{name} has no head"
        self.write(name, f"{text[: head.end(1)]}{lines.rstrip()}\n{text[head.end(1) :]}")

    def take_over(self, report: str) -> str:
        """Make an article of a saved report, and return its path in content/."""
        told = self.run("ingest", next((self.content / "sources").glob(f"{report}.[!y]*")))
        assert told.status == 0, told.err
        return f"articles/{report}.md"

    def page(self, path: str) -> str:
        """Return a file of the site; of a folder its index.html."""
        file = self.site / path
        return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Return every file of the site by its path, but for the record of what was written."""
        every = (p for p in sorted(self.site.rglob("*")) if p.is_file() and p.name != ".written")
        return {p.relative_to(self.site).as_posix(): p.read_bytes() for p in every}

    def holding(self, words: str) -> set[str]:
        """Return the paths of the files of the site that have these words as they stand."""
        return {path for path, data in self.files().items() if words.encode() in data}

    def data(self, name: str) -> list[dict[str, Any]]:
        """Return a list of site/data/: "quotes", "clusters", "people" ..."""
        found: list[dict[str, Any]] = json.loads(self.page(f"data/{name}.json"))
        return found

    def quote(self, words: str, article: str | None = None) -> dict[str, Any]:
        """Return the one quotation that begins with these words, as site/data/ has it."""
        said = (q for q in self.data("quotes") if q["text"].startswith(words))
        found = [q for q in said if article in {None, q["article"]}]
        assert len(found) == 1, [q["text"] for q in found]
        return found[0]
