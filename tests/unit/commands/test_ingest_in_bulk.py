"""Reports in bulk, from end to end: what is brought, what becomes an article, what is told."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.webarchives import HTML, Archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., tuple[int, str, str]]

URL = "https://www.courier.example/2031/05/mill"
STORY = (
    "The mill at Northport has been shut since Monday, and nobody says when it will be opened.",
    "“There is no grain,” said Bo Ek, the miller, who has stood at its stones for forty years.",
    "The council is to meet on Thursday to talk about what can be done for those who worked there.",
    "No ship has come up the river since the ice broke the lock at Sunholm in the first week of March.",
    "Bread in the town costs twice as much as it did a year ago, where there is any to be had at all.",
    "The last mill in the valley beside this one was closed when its owner went to sea, years ago.",
)


def page(*changes: tuple[str, str], head: str = "", outlet: str = "The Courier") -> str:
    """Return a report as a page: the story with words in it changed."""
    body = "".join(f"<p>{sentence}</p>" for sentence in STORY)
    for old, new in changes:
        body = body.replace(old, new)
    said = f'<meta charset="utf-8"><meta property="og:site_name" content="{outlet}">{head}'
    story = f"<h1>The mill is shut</h1><article>{body}</article>"
    return f"<html><head><title>The mill is shut</title>{said}</head><body>{story}</body></html>"


def link(url: str = URL) -> str:
    return f'<link rel="canonical" href="{url}">'


def changed(day: str) -> str:
    return f'<meta property="article:modified_time" content="{day}">'


def put(path: Path, words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def codes(standard_error: str) -> list[str]:
    lines = (line for line in standard_error.splitlines() if not line.startswith("    "))
    return [line.partition(": ")[2].partition(":")[0] for line in lines]


@pytest.fixture
def empty(briefing: Path) -> Path:
    """Return a briefing that has no report yet."""
    (briefing / "content" / "sources" / "pier.txt").unlink()
    return briefing


def test_patterns_are_understood_where_the_shell_leaves_them(empty: Path, command: Command) -> None:
    for name in ("a.txt", "b.html", "deep/c.txt", "deep/d_files/e.html", ".f.txt", "g.png"):
        put(empty / "saved" / name, f"<p>Nobody in {name} has seen it.</p>")
    assert command("ingest", "saved/*.txt")[0] == 0
    assert names(empty / "content" / "sources") == ["a.txt"]
    assert command("ingest", "saved/**/*")[0] == 0
    assert names(empty / "content" / "sources") == ["a.txt", "b.html", "c.txt"]
    status, _, err = command("ingest", "saved/*.rst", "saved/[ab].*")
    assert (status, err.splitlines()[0]) == (
        1,
        "saved/*.rst:1:1: error[unread-file]: no report has a name of this pattern",
    )


def test_a_name_may_look_like_a_pattern(empty: Path, command: Command) -> None:
    put(empty / "saved" / "a[1].txt", "Nobody has seen it.\n")
    put(empty / "saved" / "a1.txt", "Somebody has seen it.\n")
    command("ingest", "saved/a[1].txt")
    assert names(empty / "content" / "sources") == ["a[1].txt"]


def test_a_page_in_another_encoding_is_read_and_told(empty: Path, command: Command) -> None:
    saved = empty / "saved" / "mill.html"
    put(saved, "").write_bytes("<h1>The mill</h1><p>“There is no grain,” said Åse Ek.".encode("cp1252"))
    status, _, err = command("ingest", saved)
    assert (status, set(codes(err))) == (0, {"warning[encoding]"})
    article = (empty / "content" / "articles" / "mill.md").read_text(encoding="utf-8")
    assert "“There is no grain,” said Åse Ek." in article
    assert (empty / "content" / "sources" / "mill.html").read_bytes() == saved.read_bytes()


VIEWS = (f"{URL}?utm_source=x&fbclid=y", f"{URL}/amp", "http://m.courier.example/2031/05/mill?print=1")


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_page_from_another_address_is_told_and_left(
    view: str, empty: Path, command: Command
) -> None:
    put(empty / "saved" / "mill.html", page(head=link()))
    again = put(empty / "saved" / "again.html", page(outlet="The Courier "))
    put(empty / "saved" / "again.yaml", f"url: {view}\n")
    command("ingest", "saved/mill.html")
    status, out, err = command("ingest", again)
    assert status == 0
    assert err.startswith(f"{again.as_posix()}:1:1: info[same-report]: the same report as content/")
    assert err.endswith(", word for word; it is not brought in\n")
    assert out.startswith("0 made, 0 left")
    assert names(empty / "content" / "sources") == ["mill.html"]


def test_a_newer_saving_keeps_the_older_and_shows_what_changed(empty: Path, command: Command) -> None:
    old = put(empty / "saved" / "mill.html", page(head=link() + changed("2031-05-06")))
    new = put(
        empty / "later" / "mill.html",
        page(("Thursday", "Friday"), ("forty", "fifty"), head=link() + changed("2031-05-07")),
    )
    command("ingest", old)
    article = empty / "content" / "articles" / "mill.md"
    status, out, err = command("ingest", new)
    assert (status, err) == (0, "")
    assert out.splitlines()[:2] == [
        "content/sources/mill-2.html: kept as another saving of content/articles/mill.md",
        "    altered, paragraph 2:",
    ]
    assert (
        "      - “There is no grain,” said Bo Ek, the miller, who has stood at its stones for forty years."
        in out
    )
    assert "Friday" in out
    sources = empty / "content" / "sources"
    assert (sources / "mill.html").read_bytes() == old.read_bytes()
    assert (sources / "mill-2.html").read_bytes() == new.read_bytes()
    assert "content/articles/mill.md: updated\n0 made, 1 updated, 0 left as they were." in out
    assert "meet on Friday" in article.read_text(encoding="utf-8")
    assert command("build", "--no-cache")[1].startswith("1 report, ")


@pytest.mark.parametrize("first", ["mill", "then"])
def test_of_two_that_come_together_the_newer_is_the_article(
    first: str, empty: Path, command: Command
) -> None:
    saved = empty / "saved"
    put(saved / "mill.html", page(head=link() + changed("2031-05-06")))
    put(saved / "then.html", page(("Thursday", "Friday"), head=link() + changed("2031-05-07")))
    second = {"mill": "then", "then": "mill"}[first]
    status, _, err = command("ingest", saved / f"{first}.html", saved / f"{second}.html")
    assert (status, codes(err)) == (0, ["info[same-report]"])
    assert names(empty / "content" / "articles") == ["mill.md"]  # the older has its address
    article = (empty / "content" / "articles" / "mill.md").read_text(encoding="utf-8")
    assert "source: sources/then.html" in article
    assert names(empty / "content" / "sources") == ["mill.html", "then.html"]


def test_where_nothing_tells_which_is_newer_the_editor_is_asked(empty: Path, command: Command) -> None:
    put(empty / "saved" / "a.html", page(head=link()))
    put(empty / "saved" / "b.html", page(("Thursday", "Friday"), head=link()))
    status, _, err = command("ingest", "saved")
    assert (status, codes(err)) == (0, ["warning[same-report]"])
    assert "it cannot be told which is newer" in err
    assert names(empty / "content" / "articles") == ["a.md"]


def test_wire_copy_in_two_outlets_is_two_reports(empty: Path, command: Command) -> None:
    put(empty / "saved" / "a.html", page())
    put(empty / "saved" / "b.html", page(outlet="Pier Post"))
    assert command("ingest", "saved")[2] == ""
    assert names(empty / "content" / "articles") == ["a.md", "b.md"]


@pytest.mark.parametrize("days", [("2031-05-06", "2031-05-07"), ("2031-05-07", "2031-05-06"), ("", "")])
def test_ingest_then_build_is_build_alone(days: tuple[str, str], empty: Path, command: Command) -> None:
    sources = empty / "content" / "sources"
    put(sources / "a.html", page(head=link() + changed(days[0])))
    put(sources / "b.html", page(("Thursday", "Friday"), head=link(f"{URL}?utm_source=x") + changed(days[1])))
    alone, said = command("build", "--no-cache", "--output", "alone")[1:]
    assert alone.startswith("1 report, ")
    assert "same-report" in said
    assert command("ingest")[0] == 0
    assert command("build", "--no-cache", "--output", "after")[0] == 0
    files = [
        {p.relative_to(top).as_posix(): p.read_bytes() for p in top.rglob("*") if p.is_file()}
        for top in (empty / "alone", empty / "after")
    ]
    assert files[0] == files[1]


def archive(small: bool = True) -> Archive:  # noqa: FBT001, FBT002 - a form
    made = Archive(small=small)
    made.add("https://www.courier.example/", page().encode())
    made.add("https://www.courier.example/robots.txt", b"User-agent: *", (("Content-Type", "text/plain"),))
    made.add(f"{URL}?utm_source=x", page().encode())
    made.add("https://www.courier.example/a.png", b"\x89PNG", (("Content-Type", "image/png"),))
    made.add(f"{URL}/amp", page(head="<!-- amp -->").encode())
    made.add("https://www.courier.example/forms", b"<p>Your name</p>", HTML)
    other = page(*((sentence, f"{n} boats came. " * 9) for n, sentence in enumerate(STORY)))
    made.add("https://www.courier.example/2031/05/boats.html", other.encode())
    return made


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "CRAWL.WARC.GZ"])
def test_the_reports_of_an_archive_become_sources(name: str, empty: Path, command: Command) -> None:
    saved = archive(small=not name.endswith("warc")).write(empty / "saved" / name)
    status, out, err = command("ingest", saved, "--outlet", "The Courier")
    assert (status, sorted(codes(err))) == (0, ["info[same-report]", "info[skipped-pages]"])
    assert (
        "left out, for they are no reports: 1 files for robots, 1 front pages, "
        "1 lists, forms and other pages without a story, 1 pictures, scripts and other files"
    ) in err
    sources = empty / "content" / "sources"
    assert names(sources) == [
        "courier-example-2031-05-boats.html",
        "courier-example-2031-05-boats.yaml",
        "courier-example-2031-05-mill.html",
        "courier-example-2031-05-mill.yaml",
    ]
    assert (sources / "courier-example-2031-05-mill.html").read_text(encoding="utf-8") == page()
    beside = (sources / "courier-example-2031-05-mill.yaml").read_text(encoding="utf-8")
    assert beside == f"outlet: The Courier\nurl: {URL}?utm_source=x\n"
    assert out.count(": made\n") == 2
    status, out, _ = command("ingest", saved)
    assert (status, out.count(": unchanged\n")) == (0, 2)


def test_a_broken_archive_is_told_and_the_rest_is_read(empty: Path, command: Command) -> None:
    made = archive()
    data = made.data()
    put(empty / "saved" / "a.warc.gz", "").write_bytes(data[: made.at[1]] + b"?" * 9 + data[made.at[1] : -99])
    status, out, err = command("ingest", "saved/a.warc.gz")
    assert status == 1
    assert f"error[broken-archive]: at byte {made.at[1]:,}: it is no record" in err
    assert f"at byte {made.at[6] + 9:,}: it is cut off" in err
    assert out.startswith("content/articles/courier-example-2031-05-mill.md: made\n1 made")


def test_two_addresses_that_would_have_one_id_are_told_apart(empty: Path, command: Command) -> None:
    made = Archive(small=True)
    for n, name in enumerate(("a_b", "a-b")):
        made.add(
            f"https://www.courier.example/{name}", page(*((s, f"{n} boats. " * 30) for s in STORY)).encode()
        )
    saved = made.write(empty / "saved" / "a.warc.gz")
    assert command("ingest", saved)[0] == 0
    pages = [name for name in names(empty / "content" / "sources") if name.endswith(".html")]
    assert len(pages) == 2
    assert command("ingest", saved)[1].count(": unchanged\n") == 2


def test_without_what_reads_archives_it_is_told_what_to_install(
    empty: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    saved = archive().write(empty / "saved" / "a.warc.gz")
    good = put(empty / "saved" / "mill.html", page())
    status, out, err = command("ingest", saved, good)
    assert (status, out.splitlines()[0]) == (1, "content/articles/mill.md: made")
    assert (
        "what reads archives is not installed\n    python -m pip install 'briefing-generator[archive]'" in err
    )


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b\x08\x00", b"<html>"])
def test_what_is_no_archive_is_told(data: bytes, empty: Path, command: Command) -> None:
    put(empty / "saved" / "a.warc", "").write_bytes(data)
    status, _, err = command("ingest", "saved/a.warc", "saved/gone.warc")
    assert status == 1
    assert sorted(codes(err)) == ["error[broken-archive]", "error[unreadable-file]"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_on(empty: Path, command: Command) -> None:
    put(empty / "content/sources/mill.html", page())
    command("ingest")
    record = empty / "content/.ingested/mill.md"
    record.unlink()
    for path in (record, empty / "a.warc", empty / "a.html"):
        os.mkfifo(path)
    status, out, err = command("ingest", "a.warc", "a.html", "content/sources/mill.html")
    assert (status, codes(err)) == (1, ["error[unreadable-file]"] * 2)
    assert out.splitlines()[0] == "content/articles/mill.md: unchanged"


@pytest.mark.usefixtures("empty")
def test_an_archive_among_the_sources_is_told_with_what_to_do(empty: Path, command: Command) -> None:
    archive().write(empty / "content" / "sources" / "a.warc.gz")
    assert command("build", "--no-cache")[2] == (
        "content/sources/a.warc.gz:1:1: warning[unread-file]: archives are not read here\n"
        "    bring its pages in: python -m generator ingest content/sources/a.warc.gz\n"
    )
    assert command("ingest", "content/sources/a.warc.gz")[1].count(": made\n") == 2


def test_progress_is_shown_on_a_terminal(
    empty: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, int, int]] = []

    def begin(what: str) -> Callable[[int, int], None]:
        return lambda done, total: seen.append((what, done, total))

    monkeypatch.setattr("generator.commands.ingest.progress", lambda: begin)
    saved = archive().write(empty / "saved" / "a.warc.gz")
    put(empty / "saved" / "b.txt", "Nobody has seen it.\n")
    command("ingest", saved, empty / "saved" / "b.txt")
    size = saved.stat().st_size
    assert [s for s in seen if s[0] == "Ingesting"] == [("Ingesting", n, 2) for n in range(3)]
    assert [s for s in seen if s[0] == "a.warc.gz"][0::7] == [
        ("a.warc.gz", 0, size),
        ("a.warc.gz", size, size),
    ]
