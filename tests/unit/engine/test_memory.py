from __future__ import annotations

from pathlib import Path

from generator.engine.memory import Memory, at_hand, once, remembering, settled


class Asked:
    """A function that counts how often it is asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, value: list[int], *_more: object) -> list[int]:
        self.times += 1
        return [*value, self.times]


def test_the_same_object_is_asked_about_once() -> None:
    ask, memory, value = Asked(), Memory(), [1]
    assert memory.once(ask, value) is memory.once(ask, value)
    assert memory.once(ask, [1]) == [1, 2]


def test_words_numbers_and_paths_are_known_by_their_value() -> None:
    ask, memory, value = Asked(), Memory(), [1]
    for more in ("a b", 7_000, Path("content/x"), None):
        first = memory.once(ask, value, more)
        assert (
            memory.once(ask, value, type(more)(str(more)) if isinstance(more, str | Path) else more) is first
        )
    assert memory.once(ask, value, "b") != memory.once(ask, value, "a")
    assert ask.times == 6


def test_what_is_missing_is_made_together() -> None:
    memory, given, asked = Memory(), object(), list[list[str]]()

    def make(items: list[str]) -> list[str]:
        asked.append(items)
        return [item.upper() for item in items]

    a, b, c = "aa", "bb", "cc"
    assert memory.each("read", given, [a, b, a], make) == ["AA", "BB", "AA"]
    memory.turn()
    assert memory.each("read", given, [c, b], make) == ["CC", "BB"]
    assert memory.each("read", given, [c], make) == ["CC"]
    assert memory.each("clean", given, [c], make) == ["CC"]
    assert asked == [[a, b], [c], [c]]


def test_what_a_round_does_not_ask_for_is_forgotten_after_the_next() -> None:
    ask, memory, value = Asked(), Memory(), [1]
    first = memory.once(ask, value)
    memory.turn()
    assert memory.once(ask, value) is first
    memory.turn()
    memory.turn()
    assert memory.once(ask, value) is not first


def test_a_value_whose_equal_was_there_is_that() -> None:
    memory = Memory()
    first = memory.settled("outlets", {"a": 1})
    assert memory.settled("outlets", {"a": 1}) is first
    other = memory.settled("outlets", {"a": 2})
    assert other == {"a": 2}
    assert memory.settled("outlets", {"a": 2}) is other


def test_what_is_kept_is_made_once() -> None:
    memory = Memory()
    assert memory.kept("linked", list) is memory.kept("linked", list)


def test_without_a_memory_everything_is_made_anew() -> None:
    ask, value = Asked(), [1]
    assert at_hand() is None
    assert once(ask, value) != once(ask, value)
    assert settled("x", value) is value


def test_a_round_has_its_memory_at_hand_and_the_next_goes_on() -> None:
    ask, memory, value = Asked(), Memory(), [1]
    with remembering(memory):
        first = once(ask, value)
        assert once(ask, value) is first
    assert at_hand() is None
    with remembering(memory):
        assert once(ask, value) is first
        same = settled("x", [2])
    with remembering(memory):
        assert settled("x", [2]) is same
