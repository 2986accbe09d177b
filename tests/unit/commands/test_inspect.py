from __future__ import annotations

import gc
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from generator.stages import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.analyse.cast.cast import Cast
    from generator.analyse.weigh.attribution import Court
    from generator.model.article import RawDocument, Reading
    from generator.model.settings import ReadSettings

    Judge = Callable[[Cast], Court]
    Command = Callable[..., tuple[int, str, str]]

KEYS = [
    *("path", "title", "dek", "byline", "outlet", "url", "language", "published", "text"),
    *("blocks", "quotes", "mentions", "dates"),
]
PAGE = """<!doctype html><html lang="en"><head><title>Pier to open</title>
<meta property="og:site_name" content="Pier Post"><meta name="author" content="Bo Ek and Mia Holt">
<link rel="canonical" href="https://post.example/pier"></head><body><article>
<h1>Pier to open</h1><p>The pier will open in May, Ada Quill, the mayor of Northport, said on Monday.</p>
<p>“We have mended every plank,” she said. “It took the whole of a long winter,” she went on.</p>
</article></body></html>"""

SHOWN = """\
content/sources/pier.txt
  title      Pier to open again
  dek        not said
  byline     not said
  outlet     not said
  published  not said
  url        not said
  language   not said
  caption    not said
  credit     not said

    1  headline   Pier to open again
    3  paragraph  The pier will open in May, Ada Quill, the…
    5  paragraph  “We have mended every plank,” she said.
    7  left out   Sign up for our free newsletter and never…
                  newsletter: it asks the reader to take a
                  newsletter.

2 blocks of the story, 1 left out: 1 newsletter
"""


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_one_object_a_file_in_the_order_of_the_arguments(briefing: Path, command: Command) -> None:
    (briefing / "mill.md").write_text("---\ntitle: The mill\n---\nIt is shut.\n", encoding="utf-8")
    paths = ["content/sources/pier.txt", "./mill.md", "content/sources/pier.txt"]
    status, out, err = command("inspect", "--format", "jsonl", *paths)
    assert (status, err) == (0, "")
    assert [row["path"] for row in rows(out)] == paths
    assert [list(row) for row in rows(out)] == [KEYS] * 3
    assert rows(out)[0] == rows(out)[2]


@pytest.mark.usefixtures("briefing")
def test_every_key_says_what_is_promised(command: Command) -> None:
    (row,) = rows(command("inspect", "--format", "jsonl", "content/sources/pier.txt")[1])
    assert row["title"] == "Pier to open again"
    assert [row[key] for key in KEYS[2:8]] == [None] * 6
    assert [list(block) for block in row["blocks"]] == [["role", "start", "end", "line", "rule"]] * 4
    roles = ["headline", "paragraph", "paragraph", "boilerplate"]
    assert [block["role"] for block in row["blocks"]] == roles
    assert [block["line"] for block in row["blocks"]] == [1, 3, 5, 7]
    assert [block["rule"] is None for block in row["blocks"]] == [True, True, True, False]
    held = "".join(row["text"][block["start"] : block["end"]] for block in row["blocks"])
    assert [c for c in held if c.isalpha()] == [c for c in row["text"] if c.isalpha()]


@pytest.mark.usefixtures("briefing")
def test_a_quotation_and_its_speaker(command: Command) -> None:
    (row,) = rows(command("inspect", "--format", "jsonl", "content/sources/pier.txt")[1])
    text = row["text"]
    (quote,) = (q for q in row["quotes"] if q["form"] == "direct")
    assert list(quote) == ["id", "parts", "text", "form", "speaker", "cue", "said"]
    ((start, end),) = quote["parts"]
    assert text[start:end] == "We have mended every plank,"
    speaker = quote["speaker"]
    assert list(speaker) == ["name", "mention", "person", "actor", "certainty"]
    assert speaker["name"] == "Ada Quill"
    assert text[slice(*speaker["mention"])] in {"she", "Ada Quill"}
    assert 0 <= speaker["certainty"] <= 1
    mention = next(m for m in row["mentions"] if m["name"] == "Ada Quill")
    assert list(mention) == ["start", "end", "name", "kind", "person", "actor"]
    assert (mention["kind"], mention["person"]) == ("person", speaker["person"])
    (monday,) = (d for d in row["dates"] if d["text"].endswith("Monday"))
    assert list(monday) == ["start", "end", "text", "day"]
    assert monday["day"] is None  # nobody says when the report was published


def test_nobody_named_is_null(briefing: Path, command: Command) -> None:
    (briefing / "x.txt").write_text("“We have mended every plank.”\n", encoding="utf-8")
    (row,) = rows(command("inspect", "--format", "jsonl", "x.txt")[1])
    assert [quote["speaker"] for quote in row["quotes"]] == [None]


def test_what_lies_beside_a_file_prevails(briefing: Path, command: Command) -> None:
    beside = "outlet: Pier Post\npublished: 2031-05-06\nbyline: [Bo Ek, Mia Holt]\n"
    (briefing / "content" / "sources" / "pier.yaml").write_text(beside, encoding="utf-8")
    (row,) = rows(command("inspect", "--format", "jsonl", "content/sources/pier.txt")[1])
    assert (row["outlet"], row["published"], row["byline"]) == ("Pier Post", "2031-05-06", "Bo Ek, Mia Holt")
    (monday,) = (d for d in row["dates"] if d["text"].endswith("Monday"))
    assert monday["day"] == "2031-05-05"
    assert {q["form"]: q["said"] for q in row["quotes"]} == {"indirect": monday, "direct": None}


def test_a_page_says_what_its_markup_says(briefing: Path, command: Command) -> None:
    (briefing / "pier.html").write_text(PAGE, encoding="utf-8")
    (row,) = rows(command("inspect", "--format", "jsonl", "pier.html")[1])
    assert (row["title"], row["outlet"], row["language"]) == ("Pier to open", "Pier Post", "en")
    assert (row["url"], row["byline"]) == ("https://post.example/pier", "Bo Ek, Mia Holt")
    assert "<" not in row["text"]
    assert row["text"].startswith("Pier to open\n")


@pytest.mark.usefixtures("briefing")
def test_clean_off_takes_the_file_for_the_story_alone(command: Command) -> None:
    path = "content/sources/pier.txt"
    on, off = (
        rows(command("inspect", "--format", "jsonl", "--clean", wish, path)[1])[0] for wish in ("on", "off")
    )
    assert [b["rule"] for b in off["blocks"]] == [None] * 4
    assert "boilerplate" not in {b["role"] for b in off["blocks"]}
    assert on == rows(command("inspect", "--format", "jsonl", path)[1])[0]
    assert "newsletter" in off["text"]


def test_what_cannot_be_read_is_named_and_the_others_are_shown(briefing: Path, command: Command) -> None:
    (briefing / "empty.txt").write_bytes(b"")
    (briefing / "picture.txt").write_bytes(b"\x89PNG")
    paths = ["empty.txt", "content/sources/pier.txt", "picture.txt", "gone.txt", "content"]
    status, out, err = command("inspect", "--format", "jsonl", *paths)
    assert (status, [row["path"] for row in rows(out)]) == (1, ["content/sources/pier.txt"])
    assert [line.split("]")[0] for line in err.splitlines() if not line.startswith(" ")] == [
        "content:1:1: error[unread-file",
        "content/actors:1:1: warning[unread-file",
        "content/site.yaml:1:1: warning[unread-file",
        "content/sources:1:1: warning[unread-file",
        "empty.txt:1:1: error[empty-file",
        "gone.txt:1:1: error[unreadable-file",
        "picture.txt:1:1: error[not-text",
    ]


def test_an_article_of_the_briefing_knows_its_source(briefing: Path, command: Command) -> None:
    command("ingest")
    assert command("inspect", "content/articles/pier.md")[::2] == (0, "")
    article = briefing / "content" / "articles" / "pier.md"
    (briefing / "elsewhere.md").write_bytes(article.read_bytes())
    assert command("inspect", "elsewhere.md")[::2] == (0, "")
    (briefing / "content" / "sources" / "pier.txt").unlink()
    assert "warning[source-missing]" in command("inspect", "content/articles/pier.md")[2]


def test_a_folder_is_the_reports_in_it(briefing: Path, command: Command) -> None:
    sources = briefing / "content" / "sources"
    for name in ("b.html", "a.md", "pier.yaml", ".hidden.txt", "old.txt~", "notes.pdf"):
        (sources / name).write_text("It is shut.\n" if name != "pier.yaml" else "outlet: Pier Post\n")
    for name in ("b_files", "deeper.txt"):
        (sources / name).mkdir()
    status, out, err = command("inspect", "--format", "jsonl", "content/sources/")
    assert (status, [row["path"] for row in rows(out)]) == (
        0,
        ["content/sources/a.md", "content/sources/b.html", "content/sources/pier.txt"],
    )
    assert [line.partition(": ")[0] for line in err.splitlines() if not line.startswith(" ")] == [
        "content/sources/deeper.txt:1:1",
        "content/sources/notes.pdf:1:1",
    ]


def test_a_folder_without_a_report_is_an_error(briefing: Path, command: Command) -> None:
    (briefing / "empty").mkdir()
    status, out, err = command("inspect", "empty")
    assert (status, out) == (1, "")
    assert err.startswith("empty:1:1: error[unread-file]: there is no report in this folder (.txt, ")


@pytest.mark.parametrize("gap", ["", "\n\n"])
def test_lines_are_counted_from_the_top_of_the_file(gap: str, briefing: Path, command: Command) -> None:
    article = (
        f"---\ntitle: The mill\ntags: [mill]\n---\n{gap}It is shut.\n\n## Why\n\n- no grain\n- no miller\n"
    )
    (briefing / "mill.md").write_text(article, encoding="utf-8")
    (row,) = rows(command("inspect", "--format", "jsonl", "mill.md")[1])
    headline, *story = row["blocks"]
    assert (headline["role"], headline["line"]) == ("headline", 1)
    shown = [article.splitlines()[b["line"] - 1].lstrip("#- ") for b in story]
    assert shown == [row["text"][b["start"] : b["end"]] for b in story]
    assert f"{story[0]['line']:5}  paragraph  It is shut." in command("inspect", "mill.md")[1]


@pytest.mark.usefixtures("briefing")
def test_people_are_shown_facts_blocks_and_speakers(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    status, out, err = command("inspect", "content/sources/pier.txt")
    assert (status, err) == (0, "")
    above, _, below = out.partition("\nquotations\n")
    assert above == SHOWN
    lines = below.splitlines()
    at = lines.index("    5  direct    “We have mended every plank,”")
    assert lines[at + 1].strip().startswith("Ada Quill [ada-quill] ")
    assert any(line.strip().startswith("because: pattern ") for line in lines[at:])
    assert any(line.strip().startswith("runner-up: ") for line in lines)


@pytest.mark.usefixtures("briefing")
def test_a_width_that_is_asked_for_prevails(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = command("inspect", "--width", "120", "content/sources/pier.txt")[1]
    assert "Ada Quill, the mayor of Northport, said on Monday." in out
    out = command("inspect", "--width", "1", "content/sources/pier.txt")[1]
    assert max(map(len, out.splitlines())) < 60
    with pytest.raises(SystemExit):
        command("inspect", "--width", "0", "content/sources/pier.txt")
    with pytest.raises(SystemExit):
        command("inspect", "--width", "wide", "content/sources/pier.txt")


def test_colour_only_on_a_terminal(briefing: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    path = briefing / "content" / "sources" / "pier.txt"
    assert "\x1b" not in command("inspect", path)[1]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert "\x1b[1m" in command("inspect", path)[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in command("inspect", path)[1]


@pytest.mark.usefixtures("briefing")
def test_the_collector_is_as_it_was(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, seen = gc.get_threshold()[0], []

    def looked(document: RawDocument, settings: ReadSettings, judge: Judge) -> Reading:
        seen.append(gc.get_threshold()[0])
        return read(document, settings, judge)

    monkeypatch.setattr("generator.commands.inspect.read", looked)
    command("inspect", "content/sources/pier.txt")
    assert seen == [seen[0]]
    assert seen[0] > usual == gc.get_threshold()[0]
