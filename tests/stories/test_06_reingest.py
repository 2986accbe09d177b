"""A report is saved anew, or is read better: what the outlet changed comes, what an editor wrote stays.

Editors take a report over, correct it, note something and set its head as they like. Then the outlet changes
its report, twice. Nothing of the editors' is lost, what became of their passages is told, and readers get a
page with what changed from one saving to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.briefing import Briefing, Told

REPORT = "pier-post-three-days"
ARTICLE = f"articles/{REPORT}.md"
CHANGES = f"articles/{REPORT}/versions"

# The head as an editor sets it: another order, other quotes, comments, a blank line, a list over lines.
HEAD = """\
# Taken over by Mia, 14 May.
tags:
  - harbour   # the one at Holm
  - strike

outlet:   'Pier Post'
title: "No offer yet, says the union"  # as in the paper
published: 2031-05-14
url: https://pier-post.example/three-days
source: sources/pier-post-three-days.txt
"""
CORRECTIONS = """\
corrections:
  - at: {exact: a lock without a key}   # he said so on the pier
    speaker: Bo Ek
    actor: coastal-union
    why: He is the one who was named before.
"""


def taken_over(briefing: Briefing) -> None:
    """Take the report over, set its head anew, correct it, add a sentence, and note two passages."""
    briefing.take_over(REPORT)
    before = briefing.read(ARTICLE)
    digest = next(line for line in before.splitlines() if line.startswith("digest:"))
    body = before.partition("\n---\n")[2].replace("on Monday.", "on Monday. It was the third time.")
    briefing.write(ARTICLE, f"---\n{HEAD}{digest}\n{CORRECTIONS}---\n{body}")
    for words in ("The harbour has 40 berths", "met in the evening", "not for one hour longer"):
        assert briefing.run("note", REPORT, words, "--text", f"About: {words}").status == 0


def comes_in(briefing: Briefing, text: str, day: str, outside: Path) -> Told:
    """Let a newer saving of the report come in, as an editor would bring it."""
    outside.mkdir(exist_ok=True)
    saved = outside / f"{REPORT}.txt"
    saved.write_text(text, encoding="utf-8")
    words = ("--outlet", "Pier Post", "--url", "https://pier-post.example/three-days", "--published")
    told = briefing.run("ingest", saved, *words, "2031-05-14", "--saved", day)
    assert told.status == 0, told.err
    return told


def changed(text: str) -> str:
    """Change a report as an outlet does: a sentence, a number, a paragraph gone, one moved, one added."""
    text = text.replace("The Coastal Union met in the evening. ", "The Coastal Union met by night. ")
    text = text.replace("\n\nThe harbour has 40 berths and was last closed in 2019.", "")
    first, rest = text.split("\n\n", 1)
    return f"{first}\n\nThe harbour has 42 berths.\n\n{rest.rstrip()}\n\nTalks are to begin on Friday.\n"


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_what_an_editor_wrote_outlives_two_newer_savings(briefing: Briefing, tmp_path: Path) -> None:
    taken_over(briefing)
    briefing.build()
    address = briefing.quote("a lock without a key")["id"]
    notes = everything(briefing.content / "notes")
    told = comes_in(
        briefing, changed(briefing.read(f"sources/{REPORT}.txt")), "2031-05-15", tmp_path / "later"
    )

    head, _, body = briefing.read(ARTICLE).partition("\n---\n")
    for line in (HEAD + CORRECTIONS).splitlines():
        if not line.startswith("source:"):
            assert line in head.splitlines(), line
    assert [line.partition(":")[0] for line in head.splitlines() if line[:1].isalpha()] == [
        *("tags", "outlet", "title", "published", "url", "source", "digest", "saved", "seed", "corrections")
    ]
    assert "on Monday. It was the third time. “We can" in body
    assert "The Coastal Union met by night. “Nobody" in body
    assert body.rstrip().endswith("Talks are to begin on Friday.")
    assert everything(briefing.content / "notes") == notes

    assert f"content/{ARTICLE}: updated\n" in told.out
    assert "corrections and notes: 2 moved, 2 orphaned\n" in told.out
    assert "orphaned: “The harbour has 40 berths”" in told.out  # a number is never bridged
    assert "moved: “not for one hour longer”" in told.out
    assert "content/notes/met-in-the-evening.md:3:5: orphaned" in told.out

    after = briefing.run("build")
    assert after.status == 1
    assert after.err.count("error[anchor-lost]") == 2
    assert briefing.quote("a lock without a key")["id"] == address
    assert briefing.quote("a lock without a key")["speaker"] == "Bo Ek"


def test_the_same_input_twice_changes_no_file(briefing: Briefing, tmp_path: Path) -> None:
    taken_over(briefing)
    newer = changed(briefing.read(f"sources/{REPORT}.txt"))
    comes_in(briefing, newer, "2031-05-15", tmp_path / "later")
    briefing.run("ingest")
    before = everything(briefing.content)
    comes_in(briefing, newer, "2031-05-15", tmp_path / "later")
    told = briefing.run("ingest")
    assert everything(briefing.content) == before
    assert "updated" not in told.out
    assert f"content/{ARTICLE}: unchanged: an editor has changed it, and nothing is newer" in told.out
    assert f"content/{ARTICLE}: left as it is: it is made of sources/{REPORT}-2.txt" in told.out


def test_where_both_changed_a_sentence_the_editors_stays_and_the_other_is_told(
    briefing: Briefing, tmp_path: Path
) -> None:
    taken_over(briefing)
    briefing.edit(ARTICLE, "The Coastal Union met in the evening.", "The union met until midnight.")
    told = comes_in(
        briefing, changed(briefing.read(f"sources/{REPORT}.txt")), "2031-05-15", tmp_path / "later"
    )
    assert "The union met until midnight. “Nobody" in briefing.read(ARTICLE)
    line = 1 + next(n for n, words in enumerate(briefing.read(ARTICLE).splitlines()) if "midnight" in words)
    assert f"content/{ARTICLE}:{line}: both the editor and the report changed this\n" in told.out
    assert "    newer: The Coastal Union met by night." in told.out


def test_readers_see_what_changed_between_the_savings(briefing: Briefing, tmp_path: Path) -> None:
    taken_over(briefing)
    text = changed(briefing.read(f"sources/{REPORT}.txt"))
    comes_in(briefing, text, "2031-05-15", tmp_path / "later")
    comes_in(briefing, text.replace("on Friday", "on Saturday"), "2031-05-16", tmp_path / "last")
    briefing.run("build")
    assert f'href="../../{CHANGES}/index.html">3 savings: what changed' in briefing.page(f"articles/{REPORT}")
    page = briefing.page(CHANGES)
    assert f'<a href="../../../articles/{REPORT}/index.html">No offer yet, says the union</a>' in page
    days = ["2031-05-16", "2031-05-15", "2031-05-14"]
    assert [page.index(f'datetime="{day}"') for day in days] == sorted(
        page.index(f'datetime="{day}"') for day in days
    )
    assert f"sources/{REPORT}-2.txt" in page
    assert "Talks are to begin on <del>Friday.</del> <ins>[Saturday.]</ins>" in page
    assert "The Coastal Union met <del>in the evening.</del> <ins>[by night.]</ins> “Nobody" in page
    assert "<del>The harbour has 40 berths and was last closed in 2019.</del>" in page
    assert "<ins>[The harbour has 42 berths.]</ins>" in page
    assert "It was the third time" not in page  # the editor's sentence is no change of the report


def test_withdrawn_words_stand_in_no_older_saving_either(briefing: Briefing, tmp_path: Path) -> None:
    briefing.take_over(REPORT)
    briefing.add_to_head(
        ARTICLE, "corrections:\n  - {at: {exact: a lock without a key}, hidden: true, why: Misheard.}"
    )
    text = briefing.read(f"sources/{REPORT}.txt")
    newer = text.replace(
        "He called the closing “a lock without a key”.", "He called it “a lock with no key”."
    )
    comes_in(
        briefing, newer.replace("40 berths", "42 berths"), "2031-05-15", tmp_path / "later"
    )  # the outlet mends it
    briefing.run("build")
    assert "<ins>[42]</ins>" in briefing.page(CHANGES)
    assert "withdrawn by the desk" in briefing.page(CHANGES)
    for path, data in briefing.files().items():
        assert b"without a key" not in data, path
    assert b"no key" not in briefing.files()[f"{CHANGES}/index.html"]


def test_a_draft_stays_a_draft_when_its_report_is_saved_anew(briefing: Briefing, tmp_path: Path) -> None:
    briefing.write(f"sources/{REPORT}.yaml", f"{briefing.read(f'sources/{REPORT}.yaml')}draft: true\n")
    briefing.take_over(REPORT)
    comes_in(briefing, changed(briefing.read(f"sources/{REPORT}.txt")), "2031-05-15", tmp_path / "later")
    briefing.build()
    assert briefing.holding("Talks are to begin") == set()


def test_a_better_reader_changes_what_no_editor_touched(briefing: Briefing) -> None:
    taken_over(briefing)
    assert "The harbour has 40 berths" in briefing.read(ARTICLE)
    briefing.write("site.yaml", briefing.read("site.yaml") + 'boilerplate: {drop: ["The harbour has 40"]}\n')
    told = briefing.run("ingest")
    assert f"content/{ARTICLE}: updated\n" in told.out
    article = briefing.read(ARTICLE)
    assert "The harbour has 40 berths" not in article.partition("\n---\n")[2]
    assert "{rule: site.yaml, text: The harbour has 40 berths and was last closed in 2019.}" in article
    assert "It was the third time." in article
    assert [line for line in HEAD.splitlines() if line not in article.splitlines()] == []


def test_a_report_keeps_its_name_when_it_is_saved_anew(briefing: Briefing) -> None:
    told = briefing.run("note", REPORT, "met in the evening", "--text", "In the old hall.")
    assert told.status == 0, told.err
    briefing.build()
    address = briefing.quote("a lock without a key")["id"]
    text = briefing.read(f"sources/{REPORT}.txt").replace("40 berths", "42 berths")
    head = briefing.read(f"sources/{REPORT}.yaml")
    briefing.write(f"sources/{REPORT}-2.txt", text)
    briefing.write(f"sources/{REPORT}-2.yaml", f"{head}saved: 2031-05-15\n")
    briefing.build()
    page = briefing.page(f"articles/{REPORT}")
    assert "42 berths" in page
    assert "In the old hall." in page
    assert address in page
    assert f"url=../../articles/{REPORT}/index.html" in briefing.page(f"articles/{REPORT}-2")

    site = everything(briefing.site)
    told = briefing.run("ingest")
    assert f"content/{ARTICLE}: made\n" in told.out
    briefing.build()
    assert everything(briefing.site) == site  # an editor who takes it over finds it where it was
    for name in (REPORT, f"{REPORT}-2"):
        told = briefing.run("note", name, "42 berths", "--text", "So the union says.")
        assert f"of {REPORT}." in told.out, told.err
