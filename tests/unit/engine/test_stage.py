from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.engine.executors import open_executor
from generator.engine.stage import Stage, run
from generator.engine.store import Store
from generator.model.diagnostic import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    size: int


@dataclass(frozen=True, slots=True)
class Longer:
    text: str
    size: int
    language: str


class TwoPartError(Exception):
    """Cannot be copied: it is made of two words and tells one."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")


calls: list[str] = []


def measure(text: str, factor: int) -> Word:
    calls.append(text)
    if text == "bad":
        raise ValueError("no such word")
    if text == "worse":
        raise TwoPartError("no", "word")
    return Word(text, len(text) * factor)


def lie(text: str, _factor: int) -> Word:
    return text  # type: ignore[return-value]  # the error this test is about


def choke(_text: str, _factor: int) -> Word:
    return object()  # type: ignore[return-value]  # the error this test is about


MEASURE = Stage("measure", 1, measure, 2, Word)
SPECS = ["inline", "auto", "processes:2"]


@pytest.fixture(autouse=True)
def _forget_calls() -> None:
    calls.clear()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite3"


@contextmanager
def inline() -> Iterator[Executor]:
    with open_executor("inline") as executor:
        yield executor


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("count", [0, 1, 7, 150])
def test_results_come_in_order_cold_and_warm(spec: str, count: int, path: Path) -> None:
    items = [str(n) for n in range(count)]
    expected = [Word(item, len(item) * 2) for item in items]
    with Store(path) as store, open_executor(spec) as executor:
        assert run(MEASURE, items, store, executor) == expected
        assert run(MEASURE, items, store, executor) == expected
    calls.clear()
    with Store(path) as store, inline() as executor:
        assert run(MEASURE, items, store, executor) == expected
    assert calls == []


@given(st.lists(st.text(max_size=3)))
def test_an_item_that_comes_twice_is_worked_on_once(items: list[str]) -> None:
    calls.clear()
    with inline() as executor:
        assert run(MEASURE, items, None, executor) == [Word(item, len(item) * 2) for item in items]
    assert calls == list(dict.fromkeys(items))


def test_every_executor_leaves_the_same_bytes(tmp_path: Path) -> None:
    left = []
    for number, spec in enumerate([*SPECS, "processes:1"]):
        path = tmp_path / str(number)
        with Store(path) as store, open_executor(spec) as executor:
            run(MEASURE, ["a", "bb", "a"], store, executor)
        left.append(path.read_bytes())
    assert len(set(left)) == 1


def test_only_the_misses_are_worked_on(path: Path) -> None:
    with Store(path) as store, inline() as executor:
        run(MEASURE, ["a", "b"], store, executor)
        assert run(MEASURE, ["b", "c", "a"], store, executor) == [Word(t, 2) for t in "bca"]
    assert calls == ["a", "b", "c"]


@pytest.mark.parametrize("change", [{"name": "other"}, {"version": 2}, {"settings": 3}])
def test_whatever_a_result_depends_on_is_in_its_key(path: Path, change: dict[str, Any]) -> None:
    with Store(path) as store, inline() as executor:
        run(MEASURE, ["a"], store, executor)
        run(replace(MEASURE, **change), ["a"], store, executor)
    assert calls == ["a", "a"]


def test_an_old_shape_is_a_miss_and_is_replaced(path: Path) -> None:
    longer: Any = replace(MEASURE, result=Longer)  # type: ignore[arg-type]  # what an older version had written
    with Store(path) as store, inline() as executor:
        run(MEASURE, ["a"], store, executor)
        run(longer, ["a"], store, executor)
    assert calls == ["a", "a"]


def test_nothing_is_decoded_where_nothing_was_sent(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing:
        def __init__(self, _kind: object) -> None:
            self.decode = None

    with inline() as executor, Store(path) as store:
        monkeypatch.setattr(msgspec.msgpack, "Decoder", Refusing)
        assert run(MEASURE, ["a"], store, executor) == [Word("a", 2)]


def test_progress_counts_different_items_and_begins_with_what_is_kept(path: Path) -> None:
    told: list[tuple[int, int]] = []
    items = [str(n) for n in range(100)]
    with Store(path) as store, inline() as executor:
        run(MEASURE, items[:10], store, executor)
        run(MEASURE, [*items, "1"], store, executor, progress=lambda done, total: told.append((done, total)))
    assert told[0] == (10, 100)
    assert told[-1] == (100, 100)
    assert told == sorted(told)


@pytest.mark.parametrize("spec", SPECS)
def test_what_is_raised_names_the_stage_and_the_item(spec: str) -> None:
    with open_executor(spec) as executor, pytest.raises(EngineError) as raised:
        run(MEASURE, ["a", "bad", "c"], None, executor)
    assert str(raised.value) == "The stage \"measure\" failed: ValueError: no such word on 'bad'"
    assert isinstance(raised.value.__cause__, ValueError)


def test_the_place_of_a_failure_travels_with_it() -> None:
    with open_executor("processes:1") as executor, pytest.raises(EngineError) as raised:
        run(MEASURE, ["bad"], None, executor)
    assert "in measure" in "".join(getattr(raised.value.__cause__, "__notes__", ()))


def test_an_error_that_cannot_travel_is_told_by_another() -> None:
    with (
        open_executor("processes:1") as executor,
        pytest.raises(EngineError, match="TwoPartError: no: word on 'worse'"),
    ):
        run(MEASURE, ["worse"], None, executor)


def test_a_long_item_is_told_in_short() -> None:
    text = "x" * 1000
    stage = Stage("divide", 1, divmod_of, 0, int)
    with inline() as executor, pytest.raises(EngineError) as raised:
        run(stage, [text], None, executor)
    assert len(str(raised.value)) < 250


def divmod_of(text: str, by: int) -> int:
    return len(text) // by


def test_what_was_made_before_a_failure_is_kept(path: Path) -> None:
    items = [str(n) for n in range(100)]
    with pytest.raises(EngineError), Store(path) as store, inline() as executor:
        run(MEASURE, [*items, "bad"], store, executor)
    calls.clear()
    with Store(path) as store, inline() as executor:
        run(MEASURE, items, store, executor)
    assert calls == []


@pytest.mark.parametrize("function", [lie, choke])
def test_a_result_of_another_type_is_told(function: Any) -> None:  # noqa: ANN401 - both are wrongly typed
    with open_executor("processes:1") as executor, pytest.raises(EngineError, match='stage "measure" failed'):
        run(replace(MEASURE, function=function), ["a"], None, executor)


def die(_item: str, _settings: int) -> Word:
    import os  # noqa: PLC0415 - in the worker
    import signal  # noqa: PLC0415 - in the worker

    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_a_worker_that_dies_names_the_stage() -> None:
    with (
        open_executor("processes:1") as executor,
        pytest.raises(EngineError, match='stage "measure" failed: Broken'),
    ):
        run(replace(MEASURE, function=die), ["a"], None, executor)


class Counting(Executor):
    """A foreign executor: it says nothing of itself, and never has more in flight than it is given."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(1)
        self.open: list[Future[Any]] = []
        self.most = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - as in PEP 3148
        future = self.pool.submit(fn, *args, **kwargs)
        self.open = [each for each in self.open if not each.done()] + [future]
        self.most = max(self.most, len(self.open))
        return future


def test_any_executor_will_do_and_is_not_flooded() -> None:
    items = [str(n) for n in range(5000)]
    with Counting() as executor:
        assert [word.text for word in run(MEASURE, items, None, executor)] == items
        executor.pool.shutdown()
    assert executor.most <= 65
