from __future__ import annotations

import pytest

from generator.analyse.name.namesakes import is_acronym, parts_of, plain, same_person, shortens


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ada Berg", ("ada", "berg")),
        ("Ada J. Berg Jr.", ("ada", "j", "berg")),
        ("Otto Quell III", ("otto", "quell")),
        ("Samir al-Tanouri", ("samir", "tanouri")),
        ("Samir el-Tanouri", ("samir", "tanouri")),
        ("Björn Åkerlind", ("bjorn", "akerlind")),
        ("Bakers Berg", ("bakers", "berg")),
        ("Democrats Berg", ("berg",)),
        ("Jr", ("jr",)),
        ("", ()),
    ],
)
def test_the_words_that_count(name: str, parts: tuple[str, ...]) -> None:
    assert parts_of(name) == parts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Berg", "Ada Berg", True),
        ("Marie Berg", "Ada Marie Berg", True),
        ("A. Berg", "Ada Marie Berg", True),
        ("Ada Berg", "Ada Marie Berg", True),
        ("Ilse Berg", "Ada Berg", False),
    ],
)
def test_short_forms(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a row of a table
    assert same_person(parts_of(one), parts_of(other)) is same
    assert same_person(parts_of(other), parts_of(one)) is same


@pytest.mark.parametrize(
    ("name", "others", "shown"),
    [
        ("Bakers Martin Holm", {"Martin Holm"}, "Martin Holm"),
        ("Bakers Martin Holm", set(), "Bakers Martin Holm"),
        ("Star Martin Holm", set(), "Martin Holm"),
        ("Martin Luther Holm", {"Luther Holm"}, "Martin Luther Holm"),
        ("J. Martin Holm", {"Martin Holm"}, "J. Martin Holm"),
        ("Holm", {"Holm"}, "Holm"),
    ],
)
def test_what_leads_to_a_name_is_none_of_it(name: str, others: set[str], shown: str) -> None:
    assert plain(name, others) == shown


def test_acronyms() -> None:
    assert is_acronym("NFU")
    assert is_acronym("Northland NFU")
    assert not is_acronym("Otto Quell III")
    assert not is_acronym("Nfu")
    assert not is_acronym("N")
    assert shortens("NFU", "Northland Ferry Union")
    assert shortens("NAFU", "Northland Ferry Union")
    assert not shortens("EU", "Northland Ferry Council")
