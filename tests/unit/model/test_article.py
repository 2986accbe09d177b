from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from generator.model.article import READ, STORY, FrontMatter, RawDocument, Role


def test_what_is_read_is_the_story_and_its_head() -> None:
    assert {Role.HEADLINE, Role.DEK} == READ - STORY
    assert Role.BOILERPLATE not in READ
    assert not READ & {Role.CAPTION, Role.CREDIT, Role.BYLINE}


def test_a_document_knows_neither_path_nor_corrections() -> None:
    assert not {f.name for f in fields(RawDocument)} & {"path", "id", "corrections", "source"}


def test_values_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        FrontMatter().title = "x"  # type: ignore[misc]
