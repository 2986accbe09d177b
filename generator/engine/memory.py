"""What one process made in the round before, kept for the next: of a preview that is made again and again.

A value is known again by being the very same object, so that nothing is compared and nothing is digested;
words, numbers, paths and functions by their value. Without a memory at hand everything is made as ever: the
functions that are remembered are pure, and nothing but time depends on it.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import PosixPath, PurePosixPath, PureWindowsPath, WindowsPath
from typing import TYPE_CHECKING, Any, Final, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")
Values = TypeVarTuple("Values")

_PATHS: Final = (PosixPath, WindowsPath, PurePosixPath, PureWindowsPath)
_BY_VALUE: Final = frozenset({str, bytes, int, bool, type(None), *_PATHS})
_at_hand: ContextVar[Memory | None] = ContextVar("memory", default=None)


class Memory:
    """What was made in this round and the one before; what neither asked for is forgotten.

    Where it is ``hurried``, what takes long may stay as it was: another round follows.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.hurried = False
        self._now: dict[tuple[Any, ...], tuple[tuple[Any, ...], Any]] = {}
        self._before: dict[tuple[Any, ...], tuple[tuple[Any, ...], Any]] = {}
        self._kept: dict[str, Any] = {}

    def once(self, function: Callable[..., T], *values: object) -> T:
        """Return what ``function`` makes of these very values, which is made once."""
        key = (function, *[v if type(v) in _BY_VALUE else id(v) for v in values])
        found = self._now.get(key) or self._before.get(key)
        if found is None:
            found = values, function(*values)  # the values are held, so that no other gets their ids
        self._now[key] = found
        made: T = found[1]
        return made

    def each(
        self, what: str, given: object, items: Sequence[T], make: Callable[[list[T]], list[R]]
    ) -> list[R]:
        """Return what is made of each item with what is ``given``: all that is missing at once."""
        keys = [(what, id(given), id(item)) for item in items]
        missing = {key: item for key, item in zip(keys, items, strict=True) if not self._has(key)}
        made = make(list(missing.values())) if missing else []
        self._now |= {
            key: ((given, item), result) for (key, item), result in zip(missing.items(), made, strict=True)
        }
        return [self._now[key][1] for key in keys]

    def _has(self, key: tuple[Any, ...]) -> bool:
        """Tell whether something is known, and know it in this round too."""
        if key not in self._now and key in self._before:
            self._now[key] = self._before[key]
        return key in self._now

    def settled(self, name: str, value: T) -> T:
        """Return the value that this name had before where the two are equal: then it is the same object."""
        before: T = self._kept.get(name, value)
        self._kept[name] = found = before if before == value else value
        return found

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """Return what lives as long as the memory, made when it is first asked for."""
        if name not in self._kept:
            self._kept[name] = make()
        found: T = self._kept[name]
        return found

    def turn(self) -> None:
        """Begin the next round."""
        self._before, self._now = self._now, {}


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """Have a memory at hand for one round."""
    before = _at_hand.set(memory)
    try:
        yield
    finally:
        _at_hand.reset(before)
        memory.turn()


def at_hand() -> Memory | None:
    """Return the memory of this round, None where nothing is remembered."""
    return _at_hand.get()


def settled(name: str, value: T) -> T:
    """Return the equal value of the round before, where there is one."""
    memory = _at_hand.get()
    return memory.settled(name, value) if memory else value


def once(function: Callable[[*Values], T], *values: *Values) -> T:
    """Return what a pure function makes of these values; in a preview it is asked once for the same ones."""
    memory = _at_hand.get()
    return memory.once(function, *values) if memory else function(*values)
