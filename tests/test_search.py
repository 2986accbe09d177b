"""The index of all words as a build makes it: always the same, of nothing that was withdrawn or left out."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from generator import Options, build_site
from generator.publish.syndicate import word_index
from generator.publish.syndicate.word_index import BUNDLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

SITE = "title: The pier\nbase_url: https://pier.example/\nsearch: full\n"
REPORT = """\
No offer yet

“We can wait for three days more,” said Mia Holt, the foreign minister of Northland.

“The cormorants are unsayably zealous about herring,” said Bo Ek, of the Coastal Union.

The lighthouse is dark.

Sign up for our free newsletter and never miss a zucchini.
"""
HEAD = """\
---
source: sources/pier-post.txt
title: No offer yet
outlet: Pier Post
published: 2024-05-15
corrections:
  - {at: {exact: The cormorants are unsayably zealous about herring}, hidden: true, why: misquoted}
---
"""


def write(folder: Path, site: str = SITE) -> Path:
    content = folder / "content"
    (content / "sources").mkdir(parents=True)
    (content / "articles").mkdir()
    (content / "site.yaml").write_text(site, encoding="utf-8")
    (content / "sources" / "pier-post.txt").write_text(REPORT, encoding="utf-8")
    body = REPORT.split("\n\n", 1)[1].split("Sign up", maxsplit=1)[0]
    (content / "articles" / "pier-post.md").write_text(HEAD + body, encoding="utf-8")
    return content


def bundle(site: Path) -> dict[str, bytes]:
    """Return the files of the index, unpacked."""
    found = (path for path in sorted((site / BUNDLE).rglob("*")) if path.is_file())
    return {path.name: _unpacked(path.read_bytes()) for path in found}


def _unpacked(data: bytes) -> bytes:
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def files(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


def test_the_same_content_gives_the_same_index_in_any_folder_and_any_number_of_processes(
    tmp_path: Path,
) -> None:
    sites = []
    for n, executor in enumerate(("inline", "inline", "processes:2")):
        content = write(tmp_path / str(n))
        build_site(Options(content, tmp_path / str(n) / "site", executor=executor))
        sites.append(files(tmp_path / str(n) / "site"))
    assert sites[0] == sites[1] == sites[2]
    assert len([path for path in sites[0] if path.startswith(BUNDLE)]) > 10


def test_what_was_withdrawn_or_left_out_is_in_no_byte_of_it(tmp_path: Path) -> None:
    build_site(Options(write(tmp_path), tmp_path / "site"))
    told = b"\n".join(bundle(tmp_path / "site").values())
    assert b"lighthouse is dark" in told
    for word in (b"cormorant", b"unsayabl", b"zealous", b"herring", b"zucchini", b"newsletter"):
        assert word not in told.lower(), word


def test_nothing_changed_makes_no_index_and_a_change_makes_it_anew(
    tmp_path: Path, command: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write(tmp_path)
    build = ("build", "--content", content, "--output", tmp_path / "site")
    status, _, told = command(*build)
    assert status == 0, told
    first = bundle(tmp_path / "site")
    runs: list[object] = []
    real = word_index._run  # noqa: SLF001 - how often it is called is what is asked

    def counted(pages: Path, made: Path) -> None:
        runs.append(pages)
        real(pages, made)

    monkeypatch.setattr(word_index, "_run", counted)
    (tmp_path / "site" / "index.html").unlink()  # what is lost is made good; the index stands
    command(*build)
    assert (bundle(tmp_path / "site"), runs) == (first, [])
    article = content / "articles" / "pier-post.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nThe ferry sails.\n", encoding="utf-8")
    command(*build)
    assert len(runs) == 1
    assert any(b"ferry sails" in data for data in bundle(tmp_path / "site").values())


def test_an_index_that_is_no_longer_wanted_is_taken_away(
    tmp_path: Path, command: Callable[..., tuple[int, str, str]]
) -> None:
    content = write(tmp_path)
    build = ("build", "--content", content, "--output", tmp_path / "site")
    command(*build)
    assert (tmp_path / "site" / BUNDLE).is_dir()
    (content / "site.yaml").write_text(SITE.replace("full", "index"), encoding="utf-8")
    command(*build)
    assert not (tmp_path / "site" / BUNDLE).exists()
    assert "words.js" not in (tmp_path / "site" / "search" / "index.html").read_text(encoding="utf-8")
    assert "wasm" not in (tmp_path / "site" / "_headers").read_text(encoding="utf-8")


def test_without_the_extra_it_is_told_and_the_index_of_the_page_stands_in(
    tmp_path: Path, command: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("generator.understood", "generator.commands.build"):
        monkeypatch.setattr(f"{module}.can_index", lambda: False)
    content = write(tmp_path)
    status, _, told = command("build", "--content", content, "--output", tmp_path / "site")
    assert status == 0
    assert "site.yaml:3:9: warning[search-extra]" in told
    assert "pip install '.[search]'" in told
    page = (tmp_path / "site" / "search" / "index.html").read_text(encoding="utf-8")
    assert "search.js" in page
    assert "words.js" not in page
    assert not (tmp_path / "site" / BUNDLE).exists()
