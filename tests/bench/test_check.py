from __future__ import annotations

from tests.bench.check import measure


def test_it_tells_what_a_check_costs() -> None:
    line = measure(3)
    assert line.startswith("3 reports: ")
    assert line.endswith(", status 0")
