"""The preview from save to save: what it shows now, what is wrong, and who is told when that changes."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from threading import Condition
from typing import TYPE_CHECKING

from generator.engine.executors import open_executor
from generator.engine.memory import Memory, remembering
from generator.engine.store import Store
from generator.model.diagnostic import Diagnostic, GeneratorError, Severity, ThemeError
from generator.publish.address.urls import FRONT
from generator.serving.snapshot import Snapshot
from generator.stages import Engine
from generator.understood import Options, understand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.understood import Understood

_PATIENCE = 0.3  # seconds of work: where a whole round takes longer, the page is shown before all is linked


@dataclass(frozen=True, slots=True)
class State:
    """What is shown: ``problem`` says why that is not what lies in content/ now, "" where it is.

    ``good`` is the last state without an error: of a page that an error took away it has the last form.
    """

    number: int = 0
    snapshot: Snapshot | None = None
    told: tuple[Diagnostic, ...] = ()
    problem: str = ""
    good: Snapshot | None = None

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong, without what could be better."""
        return tuple(d for d in self.told if d.severity is Severity.ERROR)

    def get(self, path: str) -> bytes | None:
        """Return the file at a path; ThemeError where a template is at fault and there is no older form."""
        found = None
        try:
            found = self.snapshot.get(path) if self.snapshot else None
        except ThemeError:
            if self.good is None or self.good is self.snapshot:
                raise
        failed = self.problem or self.errors
        return self.good.get(path) if found is None and failed and self.good else found


@dataclass(slots=True)
class Preview:
    """A briefing that is watched over; one thread makes the rounds, others look at the state.

    ``tell`` is called after each round with its state and the seconds from its beginning to the moment when
    the pages in view could be asked for.
    """

    options: Options
    tell: Callable[[State, float], None]
    state: State = field(default_factory=State)
    changed: Condition = field(default_factory=Condition)
    viewed: dict[str, int] = field(default_factory=dict)  # pages that browsers show, and how many do
    _memory: Memory = field(default_factory=Memory)
    _slow: bool = False

    def round(self) -> None:
        """Make the preview of what lies in content/ now; a problem is told, and what was shown stays."""
        began = time.perf_counter()
        with _no_garbage():
            try:
                shown = self._show(began)
            except (GeneratorError, OSError) as error:
                self._memory = Memory()  # a round that ended half-way may have left half of something
                self._publish(replace(self.state, told=getattr(error, "diagnostics", ()), problem=str(error)))
                shown = time.perf_counter() - began
        self.tell(self.state, shown)

    @contextmanager
    def viewing(self, path: str) -> Iterator[None]:
        """Count a browser among those that show a page: it is made before they are told that it is new."""
        with self.changed:
            self.viewed[path] = self.viewed.get(path, 0) + 1
        try:
            yield
        finally:
            with self.changed:
                self.viewed[path] -= 1
                if not self.viewed[path]:
                    del self.viewed[path]

    def states(self, patience: float) -> Iterator[State | None]:
        """Yield the state, then each that follows; None where none did for so many seconds."""
        number = -1
        while True:
            with self.changed:
                fresh = self.changed.wait_for(lambda: self.state.number != number, patience)  # noqa: B023
                state = self.state
            number = state.number
            yield state if fresh else None

    def _show(self, began: float) -> float:
        shown = 0.0
        if self._slow:
            self._memory.hurried = True
            self._make()
            shown = time.perf_counter() - began
            self._memory.hurried = False
        again = time.thread_time()
        understood, snapshot = self._make()
        self._slow = time.thread_time() - again > _PATIENCE
        shown = shown or time.perf_counter() - began
        snapshot.get(FRONT)  # whoever looks at it or not, a fault of its template is told
        told = understood.told(snapshot, self.options)
        errors = any(d.severity is Severity.ERROR for d in told)
        self._publish(State(0, snapshot, told, "", self.state.good if errors else snapshot))
        return shown

    def _make(self) -> tuple[Understood, Snapshot]:
        """Let browsers see what lies in content/, once the pages in their view can be made."""
        with ExitStack() as stack:
            cache = self.options.cache
            store = stack.enter_context(Store(cache)) if cache else None
            executor = stack.enter_context(open_executor(self.options.executor))
            stack.enter_context(remembering(self._memory))
            understood = understand(self.options, Engine(store, executor))
            snapshot = Snapshot(understood)
        for path in tuple(self.viewed):
            snapshot.get(path)
        self._publish(replace(self.state, snapshot=snapshot, problem=""))
        return understood, snapshot

    def _publish(self, state: State) -> None:
        with self.changed:
            self.state = replace(state, number=self.state.number + 1)
            self.changed.notify_all()


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Let the collector rest for a round, and pass over what stands: 1,000 reports are a million objects."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
