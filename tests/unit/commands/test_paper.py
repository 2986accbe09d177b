from __future__ import annotations

from generator.commands.paper import LEAST, Paper


def test_words_are_wrapped_and_an_address_is_not_broken() -> None:
    to = Paper(44, colour=False)
    assert to.wrapped("one two\nthree " * 3, 20) == ["one two three one two", "three one two three"]
    assert to.wrapped(f"see pier.example/{'a' * 60}", 0) == ["see", f"pier.example/{'a' * 60}"]


def test_words_are_cut_where_the_line_ends() -> None:
    assert Paper(50, colour=False).short("word " * 9, 30) == "word word word word…"
    assert Paper(50, colour=False).short("a\x1b b", 30) == "a\ufffd b"


def test_words_fit_or_do_not() -> None:
    to = Paper(50, colour=False)
    assert to.fits("a" * 30, 20)
    assert not to.fits("a" * 31, 20)


def test_a_window_may_be_too_narrow() -> None:
    assert len(Paper(3, colour=False).short("a" * 100, 0)) == LEAST
