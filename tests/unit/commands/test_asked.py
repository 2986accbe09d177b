"""What check says without a page made is what build says with all of them."""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., tuple[int, str, str]]

ADMIN = "admin: {backend: github, repo: desk/briefing, script: sources/cms.js}\n"
PAGE = "---\ntitle: Links\n---\n"
LINKS = """[a page](../../about/index.html), [a folder](../../actors/northland/), [its picture]
(../../actors/northland/card.png), [another's](../../people/nobody/card.png), [the page for editors]
(../../admin/), [a place](../../articles/pier/index.html#top), [no place](../../about/index.html#nowhere),
[a sheet](../../static/site.css), [no sheet](../../static/none.css), [data](../../data/quotes.json),
[no page](../../people/nobody/), [an old address](../../quotes/none/), [a feed](../../feed.atom).
"""


def said(err: str) -> list[str]:
    """Return what is told of content, without the count at its end and what is a word of check alone."""
    rows = [line for line in err.splitlines() if line.startswith("content/")]
    return [row for row in rows if "info[" not in row]


@pytest.mark.parametrize("admin", ["", ADMIN, ADMIN.replace("cms.js", "none.js")])
def test_check_and_build_find_the_same_links_dead(admin: str, briefing: Path, command: Command) -> None:
    content = briefing / "content"
    with (content / "site.yaml").open("a", encoding="utf-8") as site:
        site.write(admin)
    (content / "pages").mkdir()
    (content / "pages" / "links.md").write_text(PAGE + LINKS.replace("]\n(", "]("), encoding="utf-8")
    (content / "sources" / "cms.js").write_text("// none\n", encoding="utf-8")
    checked, built = said(command("check", "--no-cache")[2]), said(command("build", "--no-cache")[2])
    assert checked == built
    dead = [row for row in checked if "dead-link" in row]
    assert sum("people/nobody" in row for row in dead) == 2
    assert sum("actors/northland" in row or "static/site.css" in row for row in dead) == 0
    assert sum("admin" in row for row in dead) == ("cms.js" not in admin)


def test_check_says_of_a_broken_briefing_what_build_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command
) -> None:
    broken = Path(__file__).parents[2] / "broken" / "content"
    monkeypatch.chdir(tmp_path)
    results = [
        said(command(name, "--no-cache", "--content", str(broken), *more)[2])
        for name, more in (("check", ()), ("build", ("--output", "site")))
    ]
    assert results[0] == results[1]


def test_pages_are_rendered_where_a_template_is_not_ours(briefing: Path, command: Command) -> None:
    theme = briefing / "content" / "theme"
    theme.mkdir()
    (theme / "about.html").write_text("{{ view.shell.title }}", encoding="utf-8")
    assert command("check", "--no-cache")[0] == 0
    (theme / "about.html").write_text("{{ view.none }}", encoding="utf-8")
    assert command("check", "--no-cache")[0] == 2


def test_nothing_that_makes_pages_is_loaded_where_nobody_asks_for_one(briefing: Path) -> None:
    words = ["check", "--no-cache", "--content", str(briefing / "content")]
    code = (
        f"import sys; from generator.cli import main; main({words!r});"
        "print(*({'jinja2', 'markdown_it', 'generator.publish.plan', 'generator.build'} & {*sys.modules}))"
    )
    top = Path(__file__).parents[3]
    found = run([sys.executable, "-c", code], cwd=top, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""
