from __future__ import annotations

import pytest

from generator.edit.elsewhere import elsewhere
from generator.model.article import Cut, FrontMatter, Picture

FRONT = FrontMatter(
    title="Fog",
    headline="Holm waits",
    byline=("Ada Lind",),
    image=Picture("Berg on the mole, where she “waited”", "Tor Vik / Northland Press"),
    cut=(Cut("related", "Read more: “Nobody asked us,” says union"),),
)


@pytest.mark.parametrize(
    ("words", "where", "todo"),
    [
        ('she "waited"', "the caption of the picture", "under image:."),
        ("Northland Press", "the credit of the picture", "under image:."),
        ("Nobody asked us", "a block that was left out (related)", "boilerplate: keep: in site.yaml."),
        ("Ada Lind", "the byline", "under byline:."),
        ("waits", "the desk’s own headline", "under headline:."),
    ],
)
def test_where_words_stand_that_are_of_no_story(words: str, where: str, todo: str) -> None:
    found = elsewhere(words, FRONT)
    assert found is not None
    assert found.where == where
    assert found.hint.endswith(todo)


@pytest.mark.parametrize("words", ["Nobody asked you", "the mole, where he", "wait"])
def test_words_that_stand_nowhere(words: str) -> None:
    assert elsewhere(words, FRONT) is None


def test_a_report_that_has_nothing_but_a_story() -> None:
    assert elsewhere("fog", FrontMatter()) is None
