"""A PEP 3148 executor by its name; the only module that knows ``concurrent.futures``."""

from __future__ import annotations

import os
import sys
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from generator.model.diagnostic import ConfigError, EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import BaseContext

__all__ = ["Executor", "Future", "Inline", "Processes", "open_executor"]

P = ParamSpec("P")
R = TypeVar("R")

_SHOWN: Final = 80  # letters of a name in what is said of it
_KNOWN: Final = "auto, inline, processes, processes:N or package.module:factory"

# Measured on two cores with items of 3 ms, the start of the pool and its imports included, in milliseconds:
#   items         8   16   32   64  128  256
#   inline       26   51   99  198  391  776
#   processes    36   51   86  137  235  435
# They break even at 16 such items; 32 leaves room for lighter ones.
_WORTH_PROCESSES: Final = 32
_MOST: Final = 256  # processes that may be asked for; each takes some 40 MB


class Inline(Executor):
    """Do the work at once, in the driver."""

    shares_memory: Final = True

    def submit(self, function: Callable[P, R], /, *args: P.args, **options: P.kwargs) -> Future[R]:
        """Call ``function`` and return a future that is done."""
        future: Future[R] = Future()
        try:
            future.set_result(function(*args, **options))
        except Exception as error:  # noqa: BLE001 - a future carries whatever was raised
            future.set_exception(error)
        return future


class Processes(Executor):
    """Do the work in processes, which are not started before the first piece of it."""

    def __init__(self, workers: int, worth: int = 0) -> None:
        self.workers = workers
        self._worth = worth
        self._pool: ProcessPoolExecutor | None = None

    def for_load(self, count: int) -> Executor:
        """Return the executor for ``count`` items: this one where its start pays or is paid already."""
        return self if self._pool or count >= self._worth else Inline()

    def submit(self, function: Callable[P, R], /, *args: P.args, **options: P.kwargs) -> Future[R]:
        """Send a call of ``function`` to a process."""
        if self._pool is None:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - 30 ms that many builds save

            self._pool = ProcessPoolExecutor(self.workers, _context(), initializer=_leave_interrupts)
        return self._pool.submit(function, *args, **options)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - PEP 3148
        """End the processes, if any were started."""
        if self._pool is not None:
            self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)
        self._pool = None


@contextmanager
def open_executor(spec: str) -> Iterator[Executor]:
    """Give the executor that ``spec`` names, and end it afterwards.

    ``inline`` works in the driver; ``processes:N`` in N processes, ``processes`` in one for each core;
    ``auto`` in the driver where there is little to do, else in processes. ``package.module:factory``
    calls a factory of yours. Another name is a ``ConfigError``, a pool that broke an ``EngineError``.
    """
    executor = _executor(spec)
    whole = False
    try:
        yield executor
        whole = True
    except BrokenExecutor as error:
        raise EngineError(f"A worker of {spec} died (was it killed, or the memory full?): {error}") from error
    finally:
        executor.shutdown(wait=True, cancel_futures=not whole)


def _executor(spec: str) -> Executor:
    name, colon, rest = spec.partition(":")
    if spec == "inline":
        return Inline()
    if spec == "auto":
        cores = _cores()
        return Processes(cores, _WORTH_PROCESSES) if cores > 1 else Inline()
    if name == "processes":
        return Processes(_count(rest, spec) if colon else _cores())
    if name == "dask":
        raise ConfigError(f'The executor "{spec}" is not built yet; use one of {_KNOWN}.')
    if not (name and rest):
        raise ConfigError(f'There is no executor "{spec}"; use one of {_KNOWN}.')
    return _from_factory(name, rest)


def _count(text: str, spec: str) -> int:
    digits = text.lstrip("0") if text.isascii() and text.isdigit() else ""
    if not digits or len(digits) > len(str(_MOST)) or int(digits) > _MOST:
        raise ConfigError(
            f'The executor "{spec[:_SHOWN]}" needs a number of processes of 1 to {_MOST}, as in processes:4.'
        )
    return int(digits)


def _from_factory(module: str, name: str) -> Executor:
    spec = f"{module}:{name}"
    try:
        factory = getattr(import_module(module), name)
    except (Exception, SystemExit) as error:  # a module may raise anything while it is imported
        raise ConfigError(f'The executor "{spec}" cannot be imported: {error}.') from error
    try:
        executor = factory()
    except TypeError as error:
        raise ConfigError(f'"{spec}" is no factory that is called without arguments: {error}') from error
    except (Exception, SystemExit) as error:
        raise EngineError(f'The executor "{spec}" could not be started: {error}') from error
    if not isinstance(executor, Executor):
        raise ConfigError(f'The factory "{spec}" gave no concurrent.futures.Executor.')
    return executor


def _cores() -> int:
    """Count the cores this process may use, which in a container are fewer than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> BaseContext:
    """Choose how processes start.

    A fork has all modules loaded and is there in a few milliseconds, but a lock that another thread
    holds stays locked in it for ever (from Python 3.12 on a DeprecationWarning). So it is taken on Linux
    and with one thread only; on macOS the system's own libraries have threads, Windows has no fork.
    """
    from multiprocessing import get_context  # noqa: PLC0415 - only where processes are started

    return get_context("fork" if sys.platform == "linux" and _threads() == 1 else "spawn")


def _threads() -> int:
    """Count the threads of this process, those of C libraries too."""
    return len(os.listdir("/proc/self/task"))  # noqa: PTH208 - names are all that is wanted


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the driver, which ends its workers in order."""
    import signal  # noqa: PLC0415 - wanted in workers alone

    signal.signal(signal.SIGINT, signal.SIG_IGN)
