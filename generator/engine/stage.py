"""One kind of work on many items: ask the store, send the misses, keep what returns, in order."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import msgspec.msgpack

from generator.engine.fingerprint import fingerprint
from generator.model.diagnostic import EngineError, GeneratorError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.engine.executors import Executor, Future
    from generator.engine.store import Store

Item = TypeVar("Item")
Given = TypeVar("Given")
Result = TypeVar("Result")

_AT_MOST: Final = 32  # items in a batch: of 3 ms each a tenth of a second, so that progress is seen
_ROUNDS: Final = 8  # batches for each worker, so that an uneven one does not leave the others idle
_AHEAD: Final = 4  # batches in flight for each worker
_SHOWN: Final = 120  # characters of an item in a message
_WORKERS: Final = 16  # supposed where an executor does not say


@dataclass(frozen=True, slots=True)
class Stage(Generic[Item, Given, Result]):
    """What is done to each item.

    ``function`` is a module's own, pure, and returns exactly a ``result``. Raise ``version`` whenever it
    would return something else for the same item: a key names one value for ever.
    """

    name: str
    version: int
    function: Callable[[Item, Given], Result]
    settings: Given
    result: type[Result]


def run(  # noqa: PLR0913 - what, on what, and the three places where it goes
    stage: Stage[Item, Given, Result],
    items: Sequence[Item],
    store: Store | None,
    executor: Executor,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> list[Result]:
    """Return the result of ``stage`` for each item, in order; equal items are worked on once.

    ``progress`` is told how many of how many different items are done. What ``function`` raises is an
    ``EngineError`` that names the stage, with the error as its cause; what was made before it is kept.
    """
    head = fingerprint(stage.name, stage.version, stage.settings)
    keys = [fingerprint(head, item) for item in items]
    wanted = dict(zip(keys, items, strict=True))
    done = _kept(stage, list(wanted), store)
    missing = [key for key in wanted if key not in done]
    report = progress or _say_nothing
    report(len(done), len(wanted))
    executor = _for_load(executor, len(missing))
    batches = _batches(missing, executor)
    sent = [[wanted[key] for key in batch] for batch in batches]
    made = _results(stage, executor, sent, keep=store is not None)
    # ``made`` is asked first: it raises after the results before a failure, also in the last batch.
    for results, batch in zip(made, batches, strict=True):
        done.update((key, value) for key, (value, _) in zip(batch, results, strict=False))
        if store is not None:
            store.put_many({key: encoded for key, (_, encoded) in zip(batch, results, strict=False)})
        report(len(done), len(wanted))
    return [done[key] for key in keys]


def _kept(stage: Stage[Item, Given, Result], keys: list[str], store: Store | None) -> dict[str, Result]:
    """Return what the store has; a value of an old shape is a miss."""
    kept: dict[str, Result] = {}
    if store is None or not keys:
        return kept
    decode = msgspec.msgpack.Decoder(stage.result).decode
    for key, encoded in store.get_many(keys).items():
        with suppress(msgspec.DecodeError):
            kept[key] = decode(encoded)
    return kept


def _say_nothing(_done: int, _total: int) -> None:
    return


def _for_load(executor: Executor, count: int) -> Executor:
    """Let an executor that weighs its load choose another for it; one of PEP 3148 alone does not."""
    choose: Callable[[int], Executor] | None = getattr(executor, "for_load", None)
    return choose(count) if choose else executor


def _workers(executor: Executor) -> int:
    return 1 if _shares(executor) else getattr(executor, "workers", _WORKERS)


def _shares(executor: Executor) -> bool:
    """Tell whether the work is done in the driver's own memory, so that nothing need be sent."""
    return getattr(executor, "shares_memory", False)


def _batches(keys: list[str], executor: Executor) -> list[list[str]]:
    size = max(1, min(_AT_MOST, len(keys) // (_workers(executor) * _ROUNDS)))
    return [keys[start : start + size] for start in range(0, len(keys), size)]


def _results(
    stage: Stage[Item, Given, Result], executor: Executor, batches: list[list[Item]], *, keep: bool
) -> Iterator[list[tuple[Result, bytes]]]:
    """Yield for each batch the results and their encoded forms; where an item failed, those before it."""
    shared = _shares(executor)
    task = _Task(stage.function, stage.settings, share=shared, encode=keep or not shared)
    decode = msgspec.msgpack.Decoder(stage.result).decode
    ahead = 0 if shared else _workers(executor) * _AHEAD
    waiting = deque(batches)
    flying: deque[Future[_Done]] = deque()
    try:
        while waiting or flying:
            while waiting and len(flying) <= ahead:
                flying.append(executor.submit(_work, task, waiting.popleft()))
            done = flying.popleft().result()
            yield [(value if shared else decode(encoded), encoded) for value, encoded in done.results]
            if done.error:
                raise done.error  # noqa: TRY301 - it goes the way of those that the executor raises
    except GeneratorError:  # a fault of the content or the theme says itself what is wrong
        raise
    except Exception as error:
        raise EngineError(f'The stage "{stage.name}" failed: {_told(error)}') from error
    finally:
        for future in flying:
            future.cancel()


@dataclass(frozen=True, slots=True)
class _Task:
    """What a worker is told beside the items; ``share`` hands back the value itself."""

    function: Callable[[Any, Any], Any]
    settings: Any
    share: bool
    encode: bool


@dataclass(frozen=True, slots=True)
class _Done:
    """What a worker sends back; where one item failed, the results of those before it."""

    results: list[tuple[Any, bytes]]
    error: Exception | None = None


def _work(task: _Task, batch: list[Any]) -> _Done:
    """Do a batch, in a worker."""
    results: list[tuple[Any, bytes]] = []
    for item in batch:
        try:
            value = task.function(item, task.settings)
            encoded = msgspec.msgpack.encode(value) if task.encode else b""
        except Exception as error:  # noqa: BLE001 - whatever it is, the driver is to hear of it
            error.add_note(f"on {_short(item)}")
            return _Done(results, error if task.share else _portable(error))
        results.append((value if task.share else None, encoded))
    return _Done(results)


def _portable(error: Exception) -> Exception:
    """Return the error if it survives the way between processes, else one that says the same.

    One that does not would break the whole pool, in the driver, without a word of where it came from.
    """
    from traceback import format_exception  # noqa: PLC0415 - only for a failure

    error.add_note("".join(format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own, of this moment
    except Exception:  # noqa: BLE001 - an exception may do anything while it is copied
        other = RuntimeError(_told(error))
        other.__notes__ = error.__notes__
        return other
    return error


def _told(error: Exception) -> str:
    """Say in a line what was raised, and on which item."""
    where = "".join(f" {note}" for note in getattr(error, "__notes__", ())[:1])
    return f"{type(error).__name__}: {error}{where}"


def _short(item: object) -> str:
    text = repr(item)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
