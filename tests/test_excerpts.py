"""``text: excerpt``: no more of a report stands anywhere in a site than the share that may be shown."""

from __future__ import annotations

import json
import re
from itertools import count
from typing import TYPE_CHECKING

import pytest

from generator import Options, build_site
from tests.shares import share, told_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

OUTLETS = {"pier-post": "Pier Post", "quay-times": "Quay Times", "marsh-herald": "Marsh Herald"}
NAMES = {"pier-post": "Mia Holt", "quay-times": "Bo Ek", "marsh-herald": "Ada Berg"}
# Beside a quotation stands who said it, as it may in the report: two words of it that are the site's own.
SPEAKERS = 0.012
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dra", "fle")


def prose(seed: int, words: int) -> str:
    """Return words that stand nowhere else, as sentences of twelve words, two of them a day."""
    made = []
    for n in range(words):
        k, word = seed * 100_003 + n * 7 + 144, ""
        while k:
            k, at = divmod(k, len(SYLLABLES))
            word += SYLLABLES[at]
        made.append(word)
    rows = [made[n : n + 12] for n in range(0, len(made), 12)]
    return " ".join(f"{' '.join(row).capitalize()}." for row in rows)


def report(outlet: str, seeds: count[int]) -> list[str]:
    """Return the paragraphs of a report: prose, quotations, days, reported speech of nobody in particular."""
    name = NAMES[outlet]
    return [
        prose(next(seeds), 40),
        prose(next(seeds), 72),
        (f"“We {prose(next(seeds), 18).lower()[:-1]},” {name} said of the ferry. {prose(next(seeds), 36)}"),
        f"On 3 May 2024 the council {prose(next(seeds), 30).lower()} {prose(next(seeds), 36)}",
        f"Analysts said that the {prose(next(seeds), 20).lower()} {prose(next(seeds), 24)}",
        (
            f"{prose(next(seeds), 24)} It was “{prose(next(seeds), 9).lower()[:-1]}”, {name} said, when "
            f"{prose(next(seeds), 12).lower()} {prose(next(seeds), 48)}"
        ),
        prose(next(seeds), 96),
    ]


def briefing(folder: Path, site: str) -> tuple[Path, dict[str, str]]:
    """Write a briefing of three reports, and return its folder and the text of each report."""
    content, texts, seeds = folder / "content", {}, count(1)
    for name in ("sources", "articles", "notes", "actors"):
        (content / name).mkdir(parents=True)
    for id_, outlet in OUTLETS.items():
        paragraphs = report(id_, seeds)
        dek, caption = prose(next(seeds), 24), prose(next(seeds), 20)
        exact = " ".join(paragraphs[1].split()[:30])
        words = paragraphs[2].partition("“")[2].partition(",”")[0]
        corrections = [
            {"at": {"exact": " ".join(paragraphs[6].split()[:25])}, "quote": True, "speaker": "Bo Ek"},
            {"at": {"exact": words}, "speaker": NAMES[id_], "why": "See tape.", "date": "2024-05-20"},
        ]
        head = {
            "title": f"News of the {outlet}",
            "dek": dek,
            "outlet": outlet,
            "published": "2024-05-15",
            "url": f"https://{id_}.example/1",
            "image": {"caption": caption},
            "corrections": corrections,
        }
        told = "\n\n".join(paragraphs)
        (content / "articles" / f"{id_}.md").write_text(f"---\n{_yaml(head)}---\n{told}\n", encoding="utf-8")
        note = {
            "article": id_,
            "at": {"exact": exact},
            "by": "Desk",
            "kind": "correction",
            "date": "2024-05-21",
        }
        (content / "notes" / f"{id_}.md").write_text(f"---\n{_yaml(note)}---\nSee there.\n", encoding="utf-8")
        texts[id_] = f"{dek}\n{told}"
    (content / "site.yaml").write_text(
        f"title: The pier\nbase_url: https://pier.example/\nsearch: full\n{site}", encoding="utf-8"
    )
    return content, texts


def _yaml(head: Mapping[str, object]) -> str:
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())


def shares(folder: Path, site: str, edit: Callable[[Path], None] | None = None) -> dict[str, float]:
    content, texts = briefing(folder, site)
    if edit:
        edit(content)
    build_site(Options(content, folder / "site"))
    told = told_in(folder / "site")
    return {id_: share(text, told) for id_, text in texts.items()}


def test_of_the_whole_site_no_more_is_shown_than_may_be(tmp_path: Path) -> None:
    found = shares(tmp_path, "text: excerpt\nexcerpt_words: 30\n")
    assert all(0.1 < part <= 0.5 + SPEAKERS for part in found.values()), found
    assert (tmp_path / "site" / "search" / "pagefind").is_dir()


def test_whole_reports_are_measured_as_whole(tmp_path: Path) -> None:
    """The measure sees: what is shown in full is found in full."""
    found = shares(tmp_path, "text: full\n")
    assert all(part > 0.98 for part in found.values()), found


def test_an_outlet_may_show_less_than_others(tmp_path: Path) -> None:
    outlets = "outlets: [{name: Quay Times, text: excerpt}, {name: Pier Post}, {name: Marsh Herald}]\n"
    found = shares(tmp_path, f"excerpt_words: 12\n{outlets}")
    assert found["quay-times"] <= 0.4
    assert min(found["pier-post"], found["marsh-herald"]) > 0.98


def test_an_article_may_show_less_than_its_outlet(tmp_path: Path) -> None:
    def edit(content: Path) -> None:
        path = content / "articles" / "pier-post.md"
        path.write_text(path.read_text("utf-8").replace("outlet:", "text: excerpt\noutlet:", 1), "utf-8")

    found = shares(tmp_path, "", edit)
    assert found["pier-post"] <= 0.5
    assert min(found["quay-times"], found["marsh-herald"]) > 0.98


@pytest.mark.parametrize("percent", [2, 5, 10, 20, 35, 80])
def test_a_share_is_kept_whatever_it_is(tmp_path: Path, percent: int) -> None:
    found = shares(tmp_path, f"text: excerpt\nexcerpt_words: 400\nexcerpt_share: {percent}\n")
    assert all(part <= percent / 100 + SPEAKERS for part in found.values()), found


def test_what_the_share_leaves_out_is_told_on_the_page_and_to_the_desk(
    tmp_path: Path, command: Callable[..., tuple[int, str, str]]
) -> None:
    content, _ = briefing(tmp_path, "text: excerpt\nexcerpt_share: 5\n")
    status, _, told = command("build", "--content", content, "--output", tmp_path / "site")
    assert status == 0, told
    assert "pier-post.md:1:1: info[excerpt-share]: " in told
    page = (tmp_path / "site" / "articles" / "pier-post" / "index.html").read_text(encoding="utf-8")
    assert "left out, for no more than 5% of the report may be shown" in page


def test_what_several_printed_of_one_report_is_no_more_for_that(tmp_path: Path) -> None:
    """Each prints other paragraphs of what an agency wrote, in an order of its own."""
    content = tmp_path / "content"
    (content / "articles").mkdir(parents=True)
    site = (
        "title: The pier\nbase_url: https://pier.example/\ntext: excerpt\nexcerpt_share: 30\nsearch: full\n"
    )
    (content / "site.yaml").write_text(site, encoding="utf-8")
    seeds = count(1)
    wire = [
        f"“We {prose(next(seeds), 10).lower()[:-1]},” said Mia Holt. {prose(next(seeds), 20)}"
        if n % 3 == 0
        else prose(next(seeds), 36)
        for n in range(18)
    ]
    texts = {}
    for n, id_ in enumerate(("one", "two", "three", "four")):
        told = texts[id_] = "\n\n".join(wire[(n * 5 + m * 7) % 18] for m in range(6 + 2 * n))
        head = {"title": f"News {n}", "outlet": id_.title(), "published": f"2024-05-1{n}"}
        (content / "articles" / f"{id_}.md").write_text(f"---\n{_yaml(head)}---\n{told}\n", encoding="utf-8")
    build_site(Options(content, tmp_path / "site"))
    told_of = told_in(tmp_path / "site")
    found = {id_: share(text, told_of) for id_, text in texts.items()}
    assert all(part <= 0.3 + SPEAKERS for part in found.values()), found
    assert max(found.values()) > 0.15, found


def test_each_quotation_stands_in_its_sentence(tmp_path: Path) -> None:
    content, texts = briefing(tmp_path, "text: excerpt\nexcerpt_words: 5\n")
    build_site(Options(content, tmp_path / "site"))
    page = (tmp_path / "site" / "articles" / "quay-times" / "index.html").read_text(encoding="utf-8")
    assert "Bo Ek said of the ferry." in page
    after = texts["quay-times"].partition("of the ferry. ")[2].split()[:6]
    assert " ".join(after) not in page


def test_what_changed_between_savings_is_told_without_its_words(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "sources").mkdir(parents=True)
    site = "title: The pier\nbase_url: https://pier.example/\ntext: excerpt\nexcerpt_words: 10\n"
    (content / "site.yaml").write_text(site, encoding="utf-8")
    seeds = count(1)
    old, new = report("pier-post", seeds), []
    new = [f"{words} {prose(next(seeds), 20)}" for words in old]
    for name, paragraphs, day in (("one", old, "2024-05-15"), ("two", new, "2024-05-16")):
        told = "\n\n".join(("News of the pier", *paragraphs))
        (content / "sources" / f"{name}.txt").write_text(told, encoding="utf-8")
        side = f"outlet: Pier Post\nurl: https://pier-post.example/1\npublished: 2024-05-15\nsaved: {day}\n"
        (content / "sources" / f"{name}.yaml").write_text(side, encoding="utf-8")
    build_site(Options(content, tmp_path / "site"))
    assert list((tmp_path / "site").rglob("versions/index.html"))
    told_of = told_in(tmp_path / "site")
    assert share("\n".join(new), told_of) <= 0.5
    assert share("\n".join(old), told_of) <= 0.6


@pytest.mark.parametrize("percent", [10, 50])
def test_many_notes_and_corrections_show_no_more(tmp_path: Path, percent: int) -> None:
    """Each names its passage with five words: together they are of the share, too."""
    site = f"text: excerpt\nexcerpt_words: 30\nexcerpt_share: {percent}\n"
    content, texts = briefing(tmp_path, site)
    paragraphs = texts["pier-post"].split("\n")[1:]
    words = [word for text in paragraphs for word in text.split()]
    path, corrections = content / "articles" / "pier-post.md", []
    for n in range(0, len(words) - 5, 5):
        exact = " ".join(words[n : n + 5])
        if exact not in " ".join(" ".join(text.split()) for text in paragraphs if exact in text):
            continue
        if n % 2:
            kind = "correction" if n % 4 == 1 else "context"
            note = {"article": "pier-post", "at": {"exact": exact}, "kind": kind, "date": "2024-05-21"}
            (content / "notes" / f"n{n}.md").write_text(f"---\n{_yaml(note)}---\nSee there.\n", "utf-8")
        else:
            row = {"at": {"exact": exact}, "quote": True, "speaker": "Bo Ek", "date": "2024-05-22"}
            corrections.append(json.dumps(row, ensure_ascii=False))
    rows = "".join(f"  - {row}\n" for row in corrections)
    head, _, body = path.read_text("utf-8").partition("corrections: ")
    path.write_text(f"{head}corrections:\n{rows}{body.partition(chr(10))[2]}", "utf-8")
    assert len(corrections) > 20
    assert len(list((content / "notes").iterdir())) > 20
    build_site(Options(content, tmp_path / "site"))
    told = told_in(tmp_path / "site", 5)
    assert share(texts["pier-post"], told, 5) <= percent / 100 + 0.03
    page = (tmp_path / "site/articles/pier-post/index.html").read_text("utf-8")
    assert "See there." in page
    places = set(re.findall(r'\bid="([^"]+)"', page))
    for path in sorted((tmp_path / "site").rglob("*.html")):
        own = path.parent == tmp_path / "site" / "articles" / "pier-post"
        inside = r'href="#([^"]+)"' if own else r'href="[^"#]*articles/pier-post/[^"#]*#([^"]+)"'
        assert set(re.findall(inside, path.read_text("utf-8"))) <= places, path
