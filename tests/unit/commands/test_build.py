from __future__ import annotations

import gc
import json
import os
import pathlib
import re
import time
from typing import TYPE_CHECKING

import pytest

from generator.engine.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., tuple[int, str, str]]

NOTHING = "Nothing has changed; the site stands as it was built.\n"
FAULTY = "---\nname: The League\nkind: alliance\nnickname: none\n---\n"


def held(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def settle(path: Path) -> None:
    """Let a file be one that was changed long ago, but not as long as the others."""
    os.utime(path, ns=(10**18 + 1, 10**18 + 1))


def test_a_site_is_made_beside_the_content(briefing: Path, command: Command) -> None:
    status, out, err = command("build")
    assert (status, err) == (0, "")
    assert out.startswith("1 report, 2 quotations, 1 statement and ")
    assert " pages in site/ (" in out
    assert out.endswith(" written, 0 unchanged, 0 removed)\n")
    assert (briefing / "site" / "articles" / "pier" / "index.html").is_file()
    assert (briefing / ".cache" / "generator.sqlite").is_file()
    assert sorted(path.name for path in briefing.iterdir()) == [".cache", "content", "site"]


def test_it_counts_what_the_page_about_the_briefing_counts(briefing: Path, command: Command) -> None:
    told = """
The “so-called” pier was shut. Analysts said that it was old.

“It shook in every storm,” said Bo Ek, the keeper. “Nobody came,” somebody said.
"""
    report = briefing / "content" / "sources" / "pier.txt"
    report.write_text(f"{report.read_text(encoding='utf-8')}{told}", encoding="utf-8")
    command("ingest", "content/sources/pier.txt")
    article = briefing / "content" / "articles" / "pier.md"
    head, body = article.read_text(encoding="utf-8").split("\n---\n", 1)
    hide = "corrections:\n  - {at: {exact: Nobody came}, hidden: true, why: Misheard.}"
    article.write_text(f"{head}\n{hide}\n---\n{body}", encoding="utf-8")
    status, out, _ = command("build")
    assert status == 0
    page = (briefing / "site" / "about" / "index.html").read_text(encoding="utf-8")
    counted = dict(re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", page))
    assert counted["of these, reported speech"] == "1"
    names = ("Reports", "Quotations", "Statements")
    many = [f"{counted[name]} {name.lower()}" for name in names]
    assert many == ["1 reports", "3 quotations", "2 statements"]
    assert out.startswith("1 report, 3 quotations, 2 statements and ")
    assert len(json.loads((briefing / "site" / "data" / "clusters.json").read_text("utf-8"))) == 2


@pytest.mark.usefixtures("briefing")
def test_nothing_changed_is_told_at_once(command: Command) -> None:
    command("build")
    assert command("build") == (0, NOTHING, "")
    assert command("build", "--workers", "1") == (0, NOTHING, "")


def test_an_unchanged_build_says_what_it_said_before(briefing: Path, command: Command) -> None:
    (briefing / "content" / "actors" / "league.md").write_text(FAULTY, encoding="utf-8")
    (briefing / "content" / "sources" / "empty.txt").write_bytes(b"")
    for path in briefing.rglob("*"):
        os.utime(path, ns=(10**18, 10**18))
    status, _, err = command("build")
    assert status == 1
    assert "content/actors/league.md:4:1: warning[unknown-key]: " in err
    assert "content/sources/empty.txt:1:1: error[empty-file]: " in err
    assert command("build") == (1, NOTHING, err)


@pytest.mark.parametrize("how", ["removed", "deleted", "emptied", "changed", "same size", "added"])
def test_what_was_done_to_the_site_by_hand_is_mended(how: str, briefing: Path, command: Command) -> None:
    command("build")
    site, page = briefing / "site", briefing / "site" / "articles" / "pier" / "index.html"
    before = held(site)
    if how == "removed":
        for path in sorted(site.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        site.rmdir()
    elif how == "deleted":
        page.unlink()
    elif how == "emptied":
        page.write_bytes(b"")
    elif how == "changed":
        page.write_text(page.read_text(encoding="utf-8") + "more", encoding="utf-8")
    elif how == "same size":
        page.write_bytes(page.read_bytes().replace(b"Quill", b"Swift"))
    else:
        (site / "articles" / "own.html").write_bytes(b"mine")
        before["articles/own.html"] = b"mine"
    assert command("build")[1] != NOTHING
    assert held(site) == before
    assert command("build")[1] == NOTHING


def test_a_page_of_the_same_size_is_mended_without_a_cache_too(briefing: Path, command: Command) -> None:
    command("build", "--no-cache")
    page = briefing / "site" / "articles" / "pier" / "index.html"
    before = page.read_bytes()
    page.write_bytes(before.replace(b"Quill", b"Swift"))
    _, out, _ = command("build", "--no-cache")
    assert "(1 written, " in out
    assert page.read_bytes() == before
    assert not (briefing / ".cache").exists()


@pytest.mark.parametrize(
    "path", ["content/site.yaml", "content/sources/pier.txt", "content/actors/northland.md"]
)
def test_any_change_of_the_content_is_seen(path: str, briefing: Path, command: Command) -> None:
    command("build")
    settle(briefing / path)
    _, out, _ = command("build")
    assert "(0 written, " in out
    assert command("build")[1] == NOTHING


def test_a_file_that_changed_just_now_is_not_trusted(briefing: Path, command: Command) -> None:
    late = time.time_ns() + 10**12  # however long it takes until the build begins
    os.utime(briefing / "content" / "sources" / "pier.txt", ns=(late, late))
    command("build")
    assert command("build")[1] != NOTHING


def test_a_theme_of_site_yaml_in_a_folder_of_its_own_is_watched(briefing: Path, command: Command) -> None:
    theme = briefing / "look" / "about.html"
    theme.parent.mkdir()
    theme.write_text("one", encoding="utf-8")
    settle(theme)
    site = briefing / "content" / "site.yaml"
    site.write_text(site.read_text(encoding="utf-8") + "theme: look\n", encoding="utf-8")
    settle(site)
    command("build")
    assert command("build")[1] == NOTHING
    theme.write_text("two", encoding="utf-8")
    settle(theme)
    os.utime(theme, ns=(10**18 + 2, 10**18 + 2))
    assert command("build")[1] != NOTHING
    assert (briefing / "site" / "about" / "index.html").read_text(encoding="utf-8") == "two"


@pytest.mark.parametrize(
    "words",
    [
        "--strict",
        "--base-url https://other.example/",
        "--theme briefing",
        "--executor auto",
        "--output pages",
    ],
)
@pytest.mark.usefixtures("briefing")
def test_another_wish_is_another_build(words: str, command: Command) -> None:
    command("build")
    assert command("build", *words.split())[1] != NOTHING


def test_clean_forgets_the_cache_and_nothing_else(briefing: Path, command: Command) -> None:
    command("build", "--clean")
    cache = briefing / ".cache"
    (cache / "mine.txt").write_bytes(b"mine")
    with Store(cache / "generator.sqlite") as store:
        store.remember("mine", b"kept")
    _, out, _ = command("build", "--clean")
    assert "(0 written, " in out
    assert (cache / "mine.txt").is_file()
    with Store(cache / "generator.sqlite") as store:
        assert store.recall("mine") is None


def test_a_cache_that_cannot_be_forgotten_is_a_failure(
    briefing: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("build")

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(type(briefing), "unlink", refuse)
    status, _, err = command("build", "--clean")
    assert (status, err) == (3, "error: .cache/generator.sqlite cannot be removed: Permission denied\n")


@pytest.mark.parametrize("junk", [b"", b"no database", bytes(range(256)) * 64])
def test_a_damaged_cache_is_no_error(junk: bytes, briefing: Path, command: Command) -> None:
    command("build")
    before = held(briefing / "site")
    (briefing / ".cache" / "generator.sqlite").write_bytes(junk)
    status, _, err = command("build")
    assert (status, err, held(briefing / "site")) == (0, "", before)
    assert command("build")[1] == NOTHING


def test_a_cache_that_cannot_be_made_is_no_error(briefing: Path, command: Command) -> None:
    (briefing / ".cache").write_bytes(b"somebody's own")
    status, _, err = command("build", "--clean")
    assert status == 0
    assert err.startswith("nothing is kept for the next build: ")
    assert err.count("\n") == 1
    assert (briefing / ".cache").read_bytes() == b"somebody's own"


def test_a_cache_that_may_not_be_read_is_no_error(
    briefing: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (briefing / ".cache").mkdir()
    there = pathlib.Path.exists

    def shut(path: Path) -> bool:
        if path.name == "generator.sqlite":
            raise PermissionError(13, "Permission denied")
        return there(path)

    monkeypatch.setattr(pathlib.Path, "exists", shut)
    for words in (["build"], ["build", "--clean"]):
        status, out, err = command(*words)
        assert status == 0
        assert err.startswith("nothing is kept for the next build: ")
        assert "Nothing has changed" not in out
    assert not list((briefing / ".cache").iterdir())


def test_the_manifest_of_another_version_is_of_no_use(briefing: Path, command: Command) -> None:
    command("build")
    with Store(briefing / ".cache" / "generator.sqlite") as store:
        store.remember("manifest", b"\x93\x01\x02\x03")
    assert command("build")[1] != NOTHING


def test_the_cache_may_lie_elsewhere(briefing: Path, command: Command) -> None:
    command("build", "--cache", "kept/here")
    assert (briefing / "kept" / "here" / "generator.sqlite").is_file()
    assert not (briefing / ".cache").exists()
    assert command("build", "--cache", "kept/here")[1] == NOTHING


def test_workers_and_executors_make_the_same_bytes(briefing: Path, command: Command) -> None:
    wishes = ("--workers 1", "--workers 2", "--executor inline", "--executor processes:2", "--executor auto")
    sites = []
    for number, wish in enumerate(wishes):
        out = briefing / str(number)
        assert command("build", "--no-cache", "--output", out, *wish.split())[0] == 0
        sites.append(held(out))
    assert sites == [sites[0]] * len(wishes)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--executor cluster", 'no executor "cluster"'),
        ("--executor dask:tcp://x", "not built yet"),
        ("--executor nowhere.at_all:make", "cannot be imported"),
        ("--executor processes:0", "of 1 to 256"),
        ("--theme nowhere", "no theme 'nowhere'"),
        ("--base-url pier.example", "not a whole http or https address; write https://…"),
        ("--base-url https://pier.example/?a=b", "addresses are to be built on it"),
        ("--content nowhere", "python -m generator init"),
        ("--output content/site", "give another folder with --output"),
        ("--output content", "give another folder with --output"),
    ],
)
def test_a_fault_of_use_says_what_to_do(words: str, says: str, briefing: Path, command: Command) -> None:
    command("build")
    before = held(briefing)
    for name in ("build", "check"):
        if name == "build" or "--output" not in words:
            status, out, err = command(name, "--no-cache", *words.split())
            assert (status, out) == (2, "")
            assert says in err
            assert err.startswith("error: ")
    assert held(briefing) == before


def test_an_output_that_cannot_be_written_is_a_failure(briefing: Path, command: Command) -> None:
    (briefing / "file").write_bytes(b"mine")
    for output in ("file", "file/site"):
        status, out, err = command("build", "--output", output)
        assert (status, out) == (3, "")
        assert err.startswith("error: file")
    assert (briefing / "file").read_bytes() == b"mine"


def test_a_bad_site_yaml_is_a_fault_of_configuration(briefing: Path, command: Command) -> None:
    (briefing / "content" / "site.yaml").write_text(
        "title: x\ntimezone: Mars\nlanguage: 7\n", encoding="utf-8"
    )
    status, out, err = command("build")
    assert (status, out) == (2, "")
    assert "content/site.yaml:2:11: error[bad-timezone]: " in err
    assert err.endswith("error: content/site.yaml cannot be used: 2 things to mend\n")
    assert not (briefing / "site").exists()


def test_under_strict_a_warning_stops_the_build(briefing: Path, command: Command) -> None:
    assert command("build", "--strict")[0] == 0
    before = held(briefing / "site")
    (briefing / "content" / "actors" / "league.md").write_text(FAULTY, encoding="utf-8")
    status, out, err = command("build", "--strict")
    assert (status, out) == (1, "")
    assert "warning[unknown-key]" in err
    assert err.endswith("error: nothing was written, since --strict allows no errors or warnings\n")
    assert held(briefing / "site") == before
    assert command("build")[0] == 0


def test_content_may_be_where_one_is(
    briefing: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(briefing / "content")
    before = held(briefing / "content")
    assert command("build", "--content", ".")[0] == 0
    assert (briefing / "site" / "index.html").is_file()
    assert held(briefing / "content") == before
    monkeypatch.chdir(briefing / "content" / "sources")
    assert command("build", "--content", "..")[0] == 0
    assert held(briefing / "content") == before


@pytest.mark.usefixtures("briefing")
def test_the_collector_is_as_it_was(command: Command) -> None:
    assert gc.isenabled()
    command("build")
    assert gc.isenabled()
    gc.disable()
    try:
        command("build", "--no-cache")
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("folder", ["sources", "articles", "actors", "people", "notes", "pages", "theme"])
def test_a_name_that_is_no_utf_8_breaks_nothing(folder: str, briefing: Path, command: Command) -> None:
    ending = b".txt" if folder == "sources" else b".md"
    path = os.fsencode(briefing / "content" / folder) + b"/caf\xe9" + ending
    (briefing / "content" / folder).mkdir(exist_ok=True)
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - a path of bytes
            file.write("“We are shut,” said Bo Ek.\n".encode())
    except OSError:
        pytest.skip("this file system takes no such name")
    os.utime(path, ns=(10**18, 10**18))
    status, out, err = command("build")
    assert status == int(folder != "theme")
    assert "1 report, " in out
    assert ("caf\ufffd" in err) == (folder != "theme")
    again = command("build")
    assert (again[0], again[1] == NOTHING, again[2]) == (status, folder == "theme", err)
    for words in ("check --format json", "check --format github", "ingest"):
        assert command(*words.split())[0] in {0, 1}


def test_a_folder_whose_name_is_no_utf_8_is_refused(briefing: Path, command: Command) -> None:
    try:
        os.mkdir(os.fsencode(briefing) + b"/caf\xe9")  # noqa: PTH102 - a path of bytes
    except OSError:
        pytest.skip("this file system takes no such name")
    status, _, err = command("build", "--output", os.fsdecode(b"caf\xe9/site"))
    assert (status, "is not in UTF-8; rename the folder" in err) == (2, True)


@pytest.mark.parametrize(
    ("wishes", "why"),
    [
        (("--output", "."), "content/ lies in ./, and would be published with the site"),
        (("--output", ".."), "content/ lies in ../, and would be published with the site"),
        (("--output", "/"), "content/ lies in //, and would be published with the site"),
        (("--cache", "content/x"), "the cache cannot stand in content/; give another"),
        (("--cache", "site"), "the cache cannot stand in site/; give another"),
    ],
)
def test_the_site_the_content_and_the_cache_stand_in_no_other(
    wishes: tuple[str, str], why: str, briefing: Path, command: Command
) -> None:
    status, _, err = command("build", *wishes)
    assert status == 2
    assert why in err
    assert [path.name for path in briefing.iterdir()] == ["content"]


def test_where_there_is_no_briefing_nothing_is_made(tmp_path: Path, command: Command) -> None:
    assert command("build", "--content", str(tmp_path / "content"))[0] == 2
    assert list(tmp_path.iterdir()) == []
