"""Files that are saved, told in batches from the moment of the first question on."""

from __future__ import annotations

from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING

from watchfiles import watch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

_STEP, _MOST = (
    10,
    200,
)  # milliseconds without a further change after which, and at the latest when, it is told
_WAIT = 1.0  # seconds: where a wait has no end, Windows lets nobody interrupt it


class Watch:
    """Watches folders from another thread, so that nothing saved during a round is missed."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Name the folders."""
        self._folders = folders
        self._found: SimpleQueue[set[str]] = SimpleQueue()
        self._end = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        """Begin to watch."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._end.set()
        self._thread.join()

    def batches(self) -> Iterator[set[str]]:
        """Yield the paths that were saved, all at once that came since the last."""
        while True:
            try:
                batch = self._found.get(timeout=_WAIT)
            except Empty:
                continue
            while not self._found.empty():
                batch |= self._found.get()
            yield batch

    def _watch(self) -> None:
        for found in watch(
            *self._folders,
            step=_STEP,
            debounce=_MOST,
            stop_event=self._end,
            rust_timeout=200,
            raise_interrupt=False,
        ):
            self._found.put({path for _, path in found})
