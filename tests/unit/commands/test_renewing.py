"""A report that is saved or read anew, from end to end: what an editor wrote outlives it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., tuple[int, str, str]]

NOTE = """---
article: pier
at: {exact: mended every plank}
---
Which planks?
"""


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def put(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def everything(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def addresses(site: Path) -> list[str]:
    return [quote["id"] for quote in json.loads(text(site / "data" / "quotes.json"))]


def edited(article: Path) -> None:
    """Change what an editor may change: a key, a comment, a paragraph, corrections."""
    words = text(article).replace("title: Pier to open again", "# of the desk\ntitle:  The pier opens again")
    words = words.replace(
        "cut:", "corrections:\n  - {at: {exact: will open in May}, speaker: Ada Quill}\ncut:"
    )
    put(article, words.replace("said on Monday.", "said on Monday. She smiled."))


def test_what_is_newer_is_merged_into_what_the_editor_made(briefing: Path, command: Command) -> None:
    content = briefing / "content"
    command("ingest")
    article, source = content / "articles" / "pier.md", content / "sources" / "pier.txt"
    edited(article)
    put(content / "notes" / "planks.md", NOTE)
    before = text(article)
    put(source, text(source).replace("“We", "The sea is calm.\n\n“We").replace("every plank", "each plank"))
    status, out, err = command("ingest")
    assert (status, err) == (0, "")
    assert out == (
        "content/articles/pier.md: updated\n"
        "    corrections and notes: 1 unchanged, 1 orphaned\n"
        "    content/notes/planks.md:3:5: orphaned: “mended every plank”\n"
        "0 made, 1 updated, 0 left as they were."
        " Next: look through content/articles/, then python -m generator build\n"
    )
    now = text(article)
    assert now.startswith(
        "---\n# of the desk\ntitle:  The pier opens again\nsource: sources/pier.txt\ndigest: "
    )
    assert (
        "said on Monday. She smiled.\n\nThe sea is calm.\n\n“We have mended each plank,” she said.\n" in now
    )
    seed = before.partition("digest: ")[2].strip('"')[:6]
    assert f"\nseed: {seed}\n" in now.replace('"', "")
    kept = [line for line in before.splitlines() if line and "digest:" not in line and "plank" not in line]
    assert [line for line in now.splitlines() if line in kept] == kept


def test_the_same_again_changes_no_file(briefing: Path, command: Command) -> None:
    content = briefing / "content"
    command("ingest")
    edited(content / "articles" / "pier.md")
    put(content / "sources" / "pier.txt", text(content / "sources" / "pier.txt").replace("May", "June"))
    command("ingest")
    before = everything(content)
    for _ in range(2):
        status, out, _ = command("ingest")
        assert status == 0
        assert "unchanged: an editor has changed it, and nothing is newer" in out
        assert everything(content) == before


def test_where_both_changed_a_sentence_the_editors_stays_and_is_told(
    briefing: Path, command: Command
) -> None:
    content = briefing / "content"
    command("ingest")
    article, source = content / "articles" / "pier.md", content / "sources" / "pier.txt"
    put(article, text(article).replace("will open in May", "opens in May"))
    put(source, text(source).replace("will open in May", "will open in June"))
    _, out, _ = command("ingest")
    assert "content/articles/pier.md: updated; the editor's words stay in 1 place that both changed\n" in out
    line = 1 + text(article).splitlines().index(
        "The pier opens in May, Ada Quill, the mayor of Northport, said on Monday."
    )
    assert f"content/articles/pier.md:{line}: both the editor and the report changed this\n" in out
    assert "    newer: The pier will open in June, Ada Quill" in out
    assert "both the editor" not in command("ingest")[1]


def test_quotations_keep_their_addresses(briefing: Path, command: Command) -> None:
    content = briefing / "content"
    command("ingest")
    command("build")
    first = addresses(briefing / "site")
    source = content / "sources" / "pier.txt"
    put(source, text(source).replace("again", "once more"))
    command("ingest")
    command("build")
    assert addresses(briefing / "site") == first != []


def test_a_better_reader_updates_what_no_editor_touched(briefing: Path, command: Command) -> None:
    content = briefing / "content"
    put(content / "sources" / "pier.txt", text(content / "sources" / "pier.txt") + "\nTide tables by Bo.\n")
    command("ingest")
    article = content / "articles" / "pier.md"
    assert "Tide tables" in text(article).partition("\n---\n")[2]
    put(content / "site.yaml", text(content / "site.yaml") + 'boilerplate: {drop: ["Tide tables"]}\n')
    _, out, _ = command("ingest")
    assert "content/articles/pier.md: updated\n" in out
    assert "{rule: site.yaml, text: Tide tables by Bo.}" in text(article)
    assert "Tide tables" not in text(article).partition("\n---\n")[2]


def test_an_article_that_ingest_did_not_make_is_left(briefing: Path, command: Command) -> None:
    content = briefing / "content"
    command("ingest")
    (content / ".ingested" / "pier.md").unlink()
    article = content / "articles" / "pier.md"
    put(article, text(article).replace("May", "spring"))
    before = text(article)
    assert "content/articles/pier.md: left as it is: nothing tells" in command("ingest")[1]
    assert text(article) == before
