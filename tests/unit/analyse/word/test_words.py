from __future__ import annotations

from generator.analyse.word import words


def test_listed_words_are_a_set() -> None:
    assert words.listed("one two\n one") == {"one", "two"}


def test_lists_are_in_lower_case() -> None:
    lists = [value for value in vars(words).values() if isinstance(value, frozenset)]
    assert len(lists) > 10
    assert all(word == word.lower() for some in lists for word in some)


def test_function_words_take_in_the_others() -> None:
    assert words.PRONOUNS | words.PREPOSITIONS | words.AUXILIARIES <= words.FUNCTION
    assert not words.CALENDAR & words.PREPOSITIONS
