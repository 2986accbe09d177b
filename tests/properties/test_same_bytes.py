"""The same content makes the same bytes, whatever stood there before and whoever did the work."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., tuple[int, str, str]]
    Files = dict[str, bytes]

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "site" / "content"
REPORT = "articles/2031-04-04-marsh-herald-no-answer.md"


def _files(folder: Path) -> Files:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def _times(folder: Path) -> dict[str, int]:
    """Return when every file and folder was last changed."""
    return {str(path): path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


def _aged(folder: Path) -> None:
    """Make files look an hour old, so that the next build may trust their times."""
    for path in folder.rglob("*"):
        then = path.stat().st_mtime - 3600
        os.utime(path, (then, then))


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    """Lay out the small briefing, an hour old."""
    folder = tmp_path / "briefing"
    shutil.copytree(SMALL, folder / "content")
    _aged(folder)
    return folder


@pytest.fixture
def clean(briefing: Path, command: Command, tmp_path: Path) -> Callable[[], Files]:
    """Return what a build of the briefing makes elsewhere, from nothing."""

    def built() -> Files:
        output = tmp_path / "clean"
        shutil.rmtree(output, ignore_errors=True)
        status, _, err = command("build", "--content", briefing / "content", "--output", output, "--no-cache")
        assert status in {0, 1}, err
        return _files(output)

    return built


@pytest.fixture
def build(briefing: Path, command: Command) -> Callable[..., Files]:
    """Build the briefing where it lies, and return the files of its site."""

    def built(*words: str) -> Files:
        status, _, err = command("build", "--content", briefing / "content", *words)
        assert status == 0, err
        return _files(briefing / "site")

    return built


@pytest.mark.parametrize("content", [ROOT / "content", SMALL], ids=["demonstration", "small"])
def test_folder_time_zone_and_hash_seed_leave_no_trace(content: Path, tmp_path: Path) -> None:
    places = {
        "here": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        "a folder/far away": {
            "TZ": "America/Anchorage",
            "PYTHONHASHSEED": "4242",
            "LC_ALL": "C",
            "LANG": "C",
        },
    }
    made = []
    for place, surroundings in places.items():
        folder = tmp_path / place
        shutil.copytree(content, folder / "content")
        done = subprocess.run(
            [sys.executable, "-m", "generator", "build"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **surroundings},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        made.append(_files(folder / "site"))
    assert made[0] == made[1]
    assert made[0]


def test_one_process_or_two_make_no_difference(demonstration: Path, command: Command, tmp_path: Path) -> None:
    words = ("--content", ROOT / "content", "--no-cache", "--executor")
    for executor in ("inline", "processes:2"):
        output = tmp_path / executor.replace(":", "-")
        assert command("build", "--output", output, *words, executor)[0] == 0
        assert _files(output) == _files(demonstration)


def test_the_cache_makes_no_difference(
    briefing: Path, build: Callable[..., Files], clean: Callable[[], Files]
) -> None:
    without = clean()
    cold = build()
    shutil.rmtree(briefing / "site")
    warm = build()
    none = build("--no-cache")
    anew = build("--clean")
    assert cold == warm == none == anew == without


def test_a_damaged_cache_is_of_no_use_and_no_harm(briefing: Path, build: Callable[..., Files]) -> None:
    before = build()
    (briefing / ".cache" / "generator.sqlite").write_bytes(b"SQLite format 3\0, and then nothing of the sort")
    shutil.rmtree(briefing / "site")
    assert build() == before


def test_ingest_then_build_is_build_alone(
    briefing: Path, command: Command, build: Callable[..., Files]
) -> None:
    alone = build("--no-cache")
    shutil.rmtree(briefing / "site")
    status, out, err = command("ingest", "--content", briefing / "content")
    assert (status, err) == (0, "")
    assert "2 made, 1 left as they were" in out
    assert build("--no-cache") == alone


def test_ingest_of_the_demonstration_is_build_alone(
    demonstration: Path, command: Command, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    assert command("ingest", "--content", content)[0] == 0
    assert command("build", "--content", content, "--no-cache")[0] == 0
    assert _files(tmp_path / "site") == _files(demonstration)


@pytest.mark.parametrize("words", [(), ("--no-cache",), ("--clean",)], ids=["cache", "no cache", "clean"])
def test_a_build_with_nothing_changed_touches_nothing(
    words: tuple[str, ...], briefing: Path, build: Callable[..., Files]
) -> None:
    before = build()
    _aged(briefing / "site")
    times = _times(briefing / "site")
    assert build(*words) == before
    assert _times(briefing / "site") == times


def test_a_build_with_nothing_changed_says_so(briefing: Path, command: Command) -> None:
    command("build", "--content", briefing / "content")
    status, out, _ = command("build", "--content", briefing / "content")
    assert (status, out) == (0, "Nothing has changed; the site stands as it was built.\n")


def test_after_an_edit_the_site_is_as_if_built_anew(
    briefing: Path, build: Callable[..., Files], clean: Callable[[], Files]
) -> None:
    before = build()
    article = briefing / "content" / REPORT
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("May is not a date", "May is a month"), encoding="utf-8")
    after = build()
    assert after == clean()
    changed = {path for path in after if after[path] != before.get(path)}
    assert "articles/2031-04-04-marsh-herald-no-answer/index.html" in changed
    assert "articles/2031-04-03-lantern-two-winters/index.html" not in changed


def test_only_what_changed_is_written(briefing: Path, build: Callable[..., Files]) -> None:
    before = build()
    _aged(briefing / "site")
    times = _times(briefing / "site")
    (briefing / "content" / "notes" / "nine-harbours.md").unlink()
    after = build()
    touched = {
        path
        for path in after
        if _times(briefing / "site")[str(briefing / "site" / path)] != times[str(briefing / "site" / path)]
    }
    assert touched - {".written"} == {path for path in after if after[path] != before[path]} - {".written"}
    assert "articles/2031-04-02-quay-post-night-ferry/index.html" in touched


def test_a_renamed_report_leaves_no_page_behind(
    briefing: Path, build: Callable[..., Files], clean: Callable[[], Files]
) -> None:
    build()
    article = briefing / "content" / REPORT
    article.rename(article.with_name("2031-04-04-marsh-herald.md"))
    for name in ("txt", "yaml"):
        (briefing / "content" / "sources" / f"2031-04-04-marsh-herald-no-answer.{name}").unlink()
    text = article.with_name("2031-04-04-marsh-herald.md")
    text.write_text(text.read_text(encoding="utf-8").replace("source: ", "tags: []\n# "), encoding="utf-8")
    after = build()
    assert after == clean()
    assert not (briefing / "site" / "articles" / "2031-04-04-marsh-herald-no-answer").exists()
    assert (briefing / "site" / "articles" / "2031-04-04-marsh-herald" / "index.html").is_file()


def test_foreign_files_are_left_alone(
    briefing: Path, build: Callable[..., Files], clean: Callable[[], Files]
) -> None:
    ours = build()
    foreign = {"CNAME": b"ours.example\n", "articles/notes.txt": b"mine", "old/index.html": b"<p>mine"}
    for path, data in foreign.items():
        (briefing / "site" / path).parent.mkdir(exist_ok=True)
        (briefing / "site" / path).write_bytes(data)
    assert build("--clean") == {**ours, **foreign}
    (briefing / "content" / "pages" / "method.md").unlink()
    (briefing / "content" / "notes" / "nine-harbours.md").unlink()
    assert build() == {**clean(), **foreign}


@pytest.mark.parametrize(
    "template",
    ["{% block main %", "{{ view.no_such_field }}", '{% extends "nowhere.html" %}'],
    ids=["syntax", "name", "parent"],
)
def test_a_broken_template_leaves_the_site_as_it_was(
    template: str, briefing: Path, command: Command, build: Callable[..., Files]
) -> None:
    before = build()
    times = _times(briefing / "site")
    (briefing / "content" / "theme").mkdir()
    (briefing / "content" / "theme" / "article.html").write_text(template, encoding="utf-8")
    (briefing / "content" / "notes" / "nine-harbours.md").unlink()
    status, out, err = command("build", "--content", briefing / "content")
    assert (status, out) == (2, "")
    assert "article.html:1: " in err
    assert "Traceback" not in err
    assert (_files(briefing / "site"), _times(briefing / "site")) == (before, times)


def test_a_broken_site_yaml_leaves_the_site_as_it_was(
    briefing: Path, command: Command, build: Callable[..., Files]
) -> None:
    before = build()
    (briefing / "content" / "site.yaml").write_text("title: [\n", encoding="utf-8")
    status, out, err = command("build", "--content", briefing / "content")
    assert (status, out) == (2, "")
    assert "site.yaml:1:" in err
    assert _files(briefing / "site") == before


def test_strict_with_a_warning_writes_nothing(
    briefing: Path, command: Command, build: Callable[..., Files]
) -> None:
    before = build()
    times = _times(briefing / "site")
    page = briefing / "content" / "pages" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nSee [[nobody]].\n", encoding="utf-8")
    status, out, err = command("build", "--content", briefing / "content", "--strict")
    assert (status, out) == (1, "")
    assert "warning[dead-link]" in err
    assert (_files(briefing / "site"), _times(briefing / "site")) == (before, times)
    status, _, err = command("build", "--content", briefing / "content")
    assert status == 0
    assert "warning[dead-link]" in err
    assert _files(briefing / "site") != before
