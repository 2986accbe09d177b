from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.build import Options, build
from generator.engine.store import Store
from generator.model.diagnostic import BuildFailed, ConfigError, ThemeError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.build import Built

SITE = "title: The pier\nbase_url: https://pier.example/\nactors: [northland]\n"
PIER = "Pier to open\n\n“We have mended every plank,” said Ada Quill, the mayor of Northport.\n"
FERRY = "the unfinished ferry"


PLUG = "You can follow every hearing on our evening programme."
REPEATING = {
    "sources/a.txt": f"The ferry turned back, “an hour late,” Bo Ek said.\n\n{PLUG}\n",
    "sources/b.txt": f"The mill had no grain on Tuesday, Mia Holt said.\n\n{PLUG}\n",
    "sources/c.txt": f"A judge sent the pilots home, Ada Quill said.\n\n{PLUG}\n",
    **{f"sources/{ident}.yaml": "outlet: Pier Post\n" for ident in "abc"},
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return laid(tmp_path / "content", {})


def laid(content: Path, files: dict[str, str]) -> Path:
    """Lay out a briefing of one report, and what else is wanted."""
    whole = {
        "site.yaml": SITE,
        "actors/northland.md": "---\nname: Northland\nkind: state\n---\n",
        "sources/pier.txt": PIER,
        **files,
    }
    for name, text in whole.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return content


def made(content: Path, **wishes: Any) -> Built:  # noqa: ANN401 - fields of Options
    return build(Options(content=content, output=content.parent / "site", **wishes))


def told(built: Built) -> list[str]:
    return [str(found).partition("]")[0] + "]" for found in built.diagnostics]


def site_of(content: Path) -> str:
    """Return every byte of the site that is text."""
    files = (path for path in sorted((content.parent / "site").rglob("*")) if path.is_file())
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in files)


def page(content: Path, path: str) -> str:
    return (content.parent / "site" / path / "index.html").read_text(encoding="utf-8")


def test_a_build_counts_what_it_made(content: Path) -> None:
    built = made(content)
    assert (built.diagnostics, built.articles, built.quotes, built.statements) == ((), 1, 1, 1)
    assert built.report is not None
    assert built.report.written > built.pages > 5
    assert [folder.name for folder in built.themes] == ["theme", "briefing"]


def test_a_draft_never_reaches_the_site(content: Path) -> None:
    draft = f"---\ntitle: About {FERRY}\ndraft: true\n---\n\n“I saw {FERRY},” said Bo Ek.\n"
    note = f"---\narticle: ferry\nat: {{exact: I saw}}\nby: Desk\n---\nWho owns {FERRY}?\n"
    laid(content, {"articles/ferry.md": draft, "notes/ferry.md": note})
    built = made(content)
    assert (built.articles, built.diagnostics) == (1, ())
    assert FERRY not in site_of(content)
    assert "bo-ek" not in site_of(content).lower()
    laid(content, {"articles/ferry.md": draft.replace("draft: true\n", "")})
    assert made(content).articles == 2
    assert FERRY in site_of(content)


def test_an_article_stands_in_for_its_source(content: Path) -> None:
    laid(
        content, {"articles/pier.md": "---\ntitle: Mended\nsource: sources/pier.txt\n---\n\nIt is mended.\n"}
    )
    assert made(content).articles == 1
    assert "It is mended." in page(content, "articles/pier")
    assert "every plank" not in page(content, "articles/pier")


def test_the_ids_of_quotations_are_those_of_the_saved_report(content: Path) -> None:
    made(content)
    before = page(content, "articles/pier")
    article = "---\ntitle: Pier to open\nsource: sources/pier.txt\n---\n\n" + PIER.partition("\n\n")[2]
    laid(content, {"articles/pier.md": article})
    made(content)
    marked = [word for word in page(content, "articles/pier").split('"') if word.startswith("q-")]
    assert marked
    assert all(f'"{word}"' in before for word in marked)


def test_a_text_that_is_too_long_is_left_out_and_the_rest_is_built(content: Path) -> None:
    laid(content, {"sources/mill.txt": "There is no grain. " * 60_000})
    built = made(content)
    assert [str(d).rpartition("/")[2] for d in built.diagnostics] == [
        "mill.txt:1:1: error[too-long]: this text has more than 400,000 letters, and is not read"
    ]
    assert built.articles == 1


def test_a_report_saved_as_markdown_is_a_saved_report(content: Path) -> None:
    laid(content, {"sources/mill.md": "---\ntitle: The mill\n---\n\n“There is no grain,” said Bo Ek.\n"})
    built = made(content)
    assert (built.diagnostics, built.articles) == ((), 2)
    assert "sources/mill.md" in page(content, "articles/mill")


@pytest.mark.parametrize("folder", ["content", "sources/content", "articles/x"])
def test_every_diagnostic_has_its_path_as_a_person_would_type_it(folder: str, tmp_path: Path) -> None:
    correction = "corrections:\n  - {at: {exact: nowhere in it}, quote: false}\n"
    article = f"---\ntitle: x\n{correction}---\n\nSee [[nobody]].\n"
    files = {
        "articles/a.md": article,
        "articles/b.md": "---\ncolour: red\n---\n\nWords.\n",
        "notes/n.md": "---\narticle: gone\nat: {exact: x}\nby: Desk\n---\nWords.\n",
        "actors/league.md": "---\nname: League\nkind: group\n---\nSee [[nothing]].\n",
        "site.yaml": f"{SITE[:-2]}, nothland]\n",
        "sources/empty.txt": "",
    }
    content = laid(tmp_path / folder, files)
    found = sorted(line.removeprefix(f"{content.as_posix()}/") for line in told(made(content)))
    assert [line.split(":")[0] for line in found] == [
        "actors/league.md",
        "articles/a.md",
        "articles/a.md",
        "articles/b.md",
        "notes/n.md",
        "site.yaml",
        "sources/empty.txt",
    ]
    assert f"site.yaml:3:{len('actors: [northland, ') + 1}: error[unknown-actor]" in found


def test_one_fault_loses_no_other_report(content: Path) -> None:
    (content / "sources" / "word.txt").write_bytes(b"PK\x03\x04word/")
    built = made(content)
    assert told(built) == [f"{content.as_posix()}/sources/word.txt:1:1: error[not-text]"]
    assert built.articles == 1
    assert "sources/word.txt" in page(content, "about")


def test_under_strict_nothing_is_touched(content: Path) -> None:
    laid(content, {"articles/b.md": "---\ncolour: red\n---\n\nWords.\n"})
    with pytest.raises(BuildFailed, match="nothing was written") as failed:
        made(content, strict=True)
    assert [found.code for found in failed.value.diagnostics] == ["unknown-key"]
    assert not (content.parent / "site").exists()


def test_the_command_line_prevails_over_site_yaml(content: Path) -> None:
    laid(content, {"site.yaml": "title: The pier\ntheme: nowhere\n"})
    built = made(content, theme="briefing", base_url="https://other.example/affair")
    assert built.diagnostics == ()
    assert "https://other.example/affair/articles/pier/" in site_of(content)
    assert told(made(content, theme="briefing")) == [
        f"{content.as_posix()}/site.yaml:1:1: warning[no-base-url]"
    ]
    with pytest.raises(ThemeError):
        made(content)
    with pytest.raises(ConfigError, match="the address of the site, 'other', is not a whole"):
        made(content, theme="briefing", base_url="other")


def test_progress_is_told_for_each_stage(content: Path) -> None:
    steps: list[tuple[str, int, int]] = []

    def progress(what: str) -> Callable[[int, int], None]:
        return lambda done, total: steps.append((what, done, total))

    built = build(Options(content, content.parent / "site"), progress)
    whole = {what: total for what, done, total in steps if done == total}
    assert list(whole) == ["Cleaning", "Reading", "Rendering", "Drawing"]
    assert whole["Rendering"] == built.pages


def test_without_what_draws_no_page_names_a_picture(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = content.parent / "site"
    made(content)
    assert "og:image" in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "card.png").is_file()
    monkeypatch.setattr("generator.publish.draw.faces.NEEDED", ("no_such_module",))
    made(content)
    assert not [p for p in site.rglob("*.html") if "og:image" in p.read_text(encoding="utf-8")]
    assert not [*site.rglob("card.png")]


def test_what_was_worked_out_is_kept(content: Path) -> None:
    cache = content.parent / "kept" / "cache.sqlite"
    first = made(content, cache=cache)
    with Store(cache) as store:
        assert store.recall("manifest") is None  # that is the command's
    steps: list[int] = []
    built = build(
        Options(content, content.parent / "site", cache=cache),
        lambda _what: lambda done, _total: steps.append(done),
    )
    cards = len([*(content.parent / "site").rglob("card.png")])
    assert steps == [1, 1, first.pages, cards]  # all done at the first word
    assert built.quotes == first.quotes
    assert built.report is not None
    assert built.report.written == 0


def test_files_that_were_touched_are_looked_into(content: Path) -> None:
    made(content)
    path = content.parent / "site" / "articles" / "pier" / "index.html"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"plank", b"knalp"))
    made(content)
    assert path.read_bytes() != whole  # known by its size
    made(content, touched=frozenset({"articles/pier/index.html"}))
    assert path.read_bytes() == whole


def test_what_an_outlet_repeats_is_left_out_and_told(content: Path) -> None:
    laid(content, {**REPEATING, "sources/c.yaml": "outlet: The Lantern\n"})
    made(content)
    assert PLUG in page(content, "articles/a").partition('id="q-')[2]
    assert "outlet repeats it" not in site_of(content)
    laid(content, {"sources/c.yaml": "outlet: PIER POST\n"})
    made(content)
    for ident in "abc":
        assert "outlet repeats it" in page(content, f"articles/{ident}")
    laid(content, {"site.yaml": f"{SITE}boilerplate:\n  keep: [You can follow]\n"})
    made(content)
    assert "outlet repeats it" not in site_of(content)


def test_an_article_that_an_editor_took_over_still_counts_for_the_others(content: Path) -> None:
    laid(
        content,
        {name: text for name, text in REPEATING.items() if name not in {"sources/c.txt", "sources/c.yaml"}},
    )
    made(content)
    before = page(content, "articles/a")
    assert "outlet repeats it" in before
    (content / "sources" / "b.yaml").unlink()
    made(content)
    assert "outlet repeats it" not in page(content, "articles/a")
    article = "---\noutlet: Pier Post\nsource: sources/b.txt\n---\n\nThe desk knows better.\n"
    laid(content, {"articles/b.md": article})
    made(content)
    assert "outlet repeats it" in page(content, "articles/a")


def test_a_source_outside_the_content_is_never_read(content: Path) -> None:
    (content.parent / "secret.txt").write_text("A secret.\n", encoding="utf-8")
    article = "---\ntitle: Pier\nsource: ../secret.txt\n---\nThe pier will open.\n"
    built = made(laid(content, {"articles/pier.md": article}))
    assert f"{content}/articles/pier.md:3:9: error[bad-value]" in told(built)
    assert "A secret" not in site_of(content)


COMMENTED = """---
title: No offer
outlet: Pier Post
published: 2031-05-15
corrections:
  - {at: {exact: seen no paper}, speaker: Bo Ek}
---
<!-- KEPT BACK -->
The union waits. <!-- KEPT BACK “We leave on Monday morning,” said Ada Quill. -->
<!-- “KEPT BACK, all of us,” said Ada Quill.

“KEPT BACK for good,” said Ada Quill.
-->

It had “seen <!-- KEPT BACK --> no paper”, it was said.

- one <!-- KEPT BACK -->
- two

> three <!-- KEPT
> BACK -->

::: note {kind="context"}
Words <!-- KEPT BACK --> of the desk.
:::
"""


def test_what_an_editor_commented_out_of_an_article_is_nowhere(content: Path) -> None:
    note = "---\narticle: offer\nat: {exact: seen no paper}\n---\nWhat paper?\n"
    laid(content, {"articles/offer.md": COMMENTED, "notes/paper.md": note})
    built = made(content)
    assert "KEPT" not in site_of(content)
    assert "Monday morning" not in site_of(content)
    assert "error" not in "".join(told(built))
    page = (content.parent / "site/articles/offer/index.html").read_text("utf-8")
    assert "seen no paper" in page.replace("</span>", "")
    assert "Bo Ek" in page


def test_where_a_comment_has_no_end_nothing_behind_it_is_shown(content: Path) -> None:
    laid(content, {"articles/offer.md": "---\ntitle: A\n---\n\nOne.\n\nTwo. <!-- KEPT\n\nBACK.\n"})
    (fault,) = [d for d in made(content).diagnostics if d.code == "unclosed-comment"]
    assert (fault.location.line, fault.location.column) == (7, 6)
    assert "KEPT" not in site_of(content)
    assert "BACK" not in site_of(content)
