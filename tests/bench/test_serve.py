from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.serve import measure, write_content

if TYPE_CHECKING:
    from pathlib import Path


def test_it_tells_what_each_kind_of_change_costs(tmp_path: Path) -> None:
    content = tmp_path / "content"
    write_content(content, 6)
    waits = measure(content, times=1)
    assert list(waits) == ["a note", "a word of the body", "a correction", "the site's title"]
    assert all(len(each) == 1 and each[0] > 0 for each in waits.values())
