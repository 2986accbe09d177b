"""What reading a file depends on."""

from __future__ import annotations

from dataclasses import replace

from generator.ingest.open.documents import document_of, is_saved, seed_of, seeded, seeds
from generator.model.article import FrontMatter, Media, Source

PIER = "Pier to open\n\n“We have mended every plank,” said Ada Quill, the mayor of Northport.\n"


def source(media: Media, front: FrontMatter | None = None) -> Source:
    return Source("pier", "sources/pier", media, PIER, "0123456789abcdef" * 4, front or FrontMatter())


def test_a_reading_depends_on_no_path_and_no_correction() -> None:
    one = document_of(source(Media.TEXT, FrontMatter(title="x", published="2031-05-06", outlet="Post")))
    assert (one.title, one.published, one.seed, one.body) == ("x", "2031-05-06", "012345", PIER)
    other = document_of(source(Media.TEXT, FrontMatter(title="x", published="2031-05-06", tags=("a",))))
    assert one == other


def test_only_what_was_saved_is_cleaned() -> None:
    assert document_of(source(Media.TEXT)).clean
    assert document_of(source(Media.MARKDOWN)).clean
    assert not document_of(source(Media.MARKDOWN, FrontMatter(source="sources/pier.txt"))).clean
    assert not document_of(replace(source(Media.MARKDOWN), path="articles/pier.md")).clean


def test_the_seed_is_of_the_saved_bytes_else_of_the_id() -> None:
    own = seed_of(source(Media.MARKDOWN))
    assert len(own) == 6
    assert own != "012345"
    assert seed_of(source(Media.MARKDOWN, FrontMatter(digest="fedcba987654"))) == "fedcba"
    assert seed_of(source(Media.HTML)) == "012345"


def test_two_reports_of_the_same_bytes_have_quotations_of_their_own() -> None:
    one = Source("a", "sources/a.txt", Media.TEXT, "x", "ab" * 32)
    other = replace(one, id="b", path="sources/b.txt")
    first, second = seeds([one, other])
    assert first == "ababab"
    assert second != first
    assert seeds([one]) == [first]


def test_another_seed_changes_nothing_else() -> None:
    one = source(Media.TEXT)
    assert seeded(one, "abcdef") == replace(document_of(one), seed="abcdef")


def test_what_lies_in_sources_is_as_it_was_saved() -> None:
    assert is_saved(source(Media.TEXT))
    assert not is_saved(replace(source(Media.MARKDOWN), path="articles/pier.md"))
