from __future__ import annotations

import os
import signal
import sys
import warnings
from concurrent.futures import Executor, ThreadPoolExecutor
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from generator.engine import executors as module
from generator.engine.executors import Inline, Processes, open_executor
from generator.model.diagnostic import ConfigError, EngineError

if TYPE_CHECKING:
    from pathlib import Path


def threads() -> Executor:
    return ThreadPoolExecutor(1)


def nothing() -> None:
    return


def refusing() -> Executor:
    raise OSError("no such host")


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    "spec", ["inline", "auto", "processes", "processes:1", "processes:2", f"{__name__}:threads"]
)
def test_every_executor_returns_and_raises(spec: str) -> None:
    with open_executor(spec) as executor:
        assert [executor.submit(pow, 2, n).result() for n in range(3)] == [1, 2, 4]
        with pytest.raises(ZeroDivisionError):
            executor.submit(divmod, 1, 0).result()


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("", "There is no executor"),
        ("quick", "auto, inline, processes, processes:N"),
        ("processes:", "number of processes"),
        ("processes:0", "number of processes"),
        ("processes:-1", "number of processes"),
        ("processes:²", "number of processes"),
        ("processes:257", "number of processes of 1 to 256"),
        ("processes:" + "9" * 5_000, "number of processes"),
        ("dask:tcp://127.0.0.1:8786", "not built yet"),
        ("dask", "not built yet"),
        ("no_such_module_at_all:make", "cannot be imported"),
        (f"{__name__}:no_such_factory", "cannot be imported"),
        (f"{__name__}:nothing", "gave no"),
        (".:x", "cannot be imported"),
        ("..a:x", "cannot be imported"),
        ("os:system", "no factory"),
        ("os:sep", "no factory"),
    ],
)
def test_a_name_that_cannot_be_used_is_a_matter_of_configuration(spec: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said), open_executor(spec):
        pass


def test_a_factory_that_fails_is_told() -> None:
    with (
        pytest.raises(EngineError, match="could not be started: no such host"),
        open_executor(f"{__name__}:refusing"),
    ):
        pass


def test_a_module_that_ends_python_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "leaving_at_once.py").write_text("raise SystemExit(0)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ConfigError, match="cannot be imported"), open_executor("leaving_at_once:make"):
        pass
    with pytest.raises(EngineError, match="could not be started"), open_executor("sys:exit"):
        pass


def test_processes_work_elsewhere() -> None:
    with open_executor("processes:1") as executor:
        assert executor.submit(os.getpid).result() != os.getpid()
        assert executor.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


def test_no_process_is_started_for_nothing() -> None:
    with open_executor("processes:2") as executor:
        assert isinstance(executor, Processes)
        assert executor._pool is None  # noqa: SLF001 - there is no other way to see that nothing happened
    executor.shutdown()


def test_a_worker_that_dies_is_an_engine_error() -> None:
    with (
        pytest.raises(EngineError, match="A worker of processes:1 died"),
        open_executor("processes:1") as executor,
    ):
        executor.submit(die).result()


def test_little_is_done_in_the_driver_and_much_in_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_cores", lambda: 2)
    with open_executor("auto") as executor:
        assert isinstance(executor, Processes)
        assert executor.workers == 2
        assert isinstance(executor.for_load(5), Inline)
        assert executor.for_load(500) is executor
        executor.submit(pow, 2, 2).result()
        assert executor.for_load(5) is executor


def test_one_core_needs_no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_cores", lambda: 1)
    with open_executor("auto") as executor:
        assert isinstance(executor, Inline)


def test_the_cores_are_those_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert module._cores() >= 1  # noqa: SLF001 - what the number of workers stands on
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert module._cores() == os.cpu_count()  # noqa: SLF001 - the same


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")
def test_a_driver_with_threads_does_not_fork() -> None:
    over = Event()
    thread = Thread(target=over.wait)
    thread.start()
    try:
        assert module._context().get_start_method() == "spawn"  # noqa: SLF001 - a deadlock cannot be awaited
        with warnings.catch_warnings(), open_executor("processes:1") as executor:
            warnings.simplefilter("error")
            assert executor.submit(pow, 2, 3).result() == 8
    finally:
        over.set()
        thread.join()


def test_elsewhere_processes_are_spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert module._context().get_start_method() == "spawn"  # noqa: SLF001 - this machine is but one
