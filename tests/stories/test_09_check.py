"""An editor asks what is wrong before anybody else sees it: where it stands, what it is, what to do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.stories.briefing import Briefing

GUARD = "---\nname: Marsh Guard\nkind: group\n{line}\n---\nThe watch on the marsh.\n"
PAGE = "---\ntitle: Method\n---\n{words}\n"


def told(briefing: Briefing, *words: str) -> str:
    """Return what check says, and see that it wrote nothing."""
    before = sorted(briefing.folder.rglob("*"))
    said = briefing.run("check", "--no-cache", *words).err
    assert sorted(briefing.folder.rglob("*")) == before
    return said


def test_where_nothing_is_wrong_it_says_so(briefing: Briefing) -> None:
    assert told(briefing) == "Nothing is wrong.\n"


def test_a_key_that_is_misspelt_is_told_with_its_line_a_caret_and_the_key_that_may_be_meant(
    briefing: Briefing,
) -> None:
    briefing.write("actors/marsh-guard.md", GUARD.format(line="aliasses: [the Guard]"))
    assert told(briefing) == (
        'content/actors/marsh-guard.md:4:1: warning[unknown-key]: "aliasses" is no key here and is not used\n'
        "    aliasses: [the Guard]\n"
        "    ^\n"
        '    did you mean "aliases"?\n'
        "0 errors, 1 warning\n"
    )


@pytest.mark.parametrize(
    ("line", "place", "code"),
    [
        ("name: The Guard", "4:1", "error[yaml-duplicate-key]"),
        ("aliases: [Guard, NO]", "4:18", "warning[yaml-not-text]"),
        ("aliases: [12:30]", "4:11", "warning[yaml-not-text]"),
        ("aliases: [Guard, 007]", "4:18", "warning[yaml-not-text]"),
        ("people: [{name: Tor Vik, role: Captain, from: 2031-02-30}]", "4:47", "error[bad-date]"),
    ],
)
def test_what_yaml_would_take_for_something_else_is_told(
    line: str, place: str, code: str, briefing: Briefing
) -> None:
    briefing.write("actors/marsh-guard.md", GUARD.format(line=line))
    first, shown, caret, *_ = told(briefing).splitlines()
    assert first.startswith(f"content/actors/marsh-guard.md:{place}: {code}: ")
    assert shown == f"    {line}"
    assert caret.index("^") == 3 + int(place.split(":")[1])


@pytest.mark.parametrize(
    ("words", "column", "message"),
    [
        ("See [[northlnd]].", 5, 'has the id "northlnd"'),
        ("See [it](../../actors/northlnd/).", 10, "lies at actors/northlnd"),
        (
            "See [it](../../actors/northland/#nowhere).",
            10,
            'no place "nowhere" in actors/northland/index.html',
        ),
        ("See [it](paper.pdf).", 10, "lies at pages/method/paper.pdf"),
        ("See [it](https://briefing.example/holm/people/nobody/).", 10, "lies at people/nobody"),
    ],
)
def test_links_that_lead_nowhere_are_told(words: str, column: int, message: str, briefing: Briefing) -> None:
    briefing.write("pages/method.md", PAGE.format(words=words))
    said = told(briefing)
    assert said.startswith(f"content/pages/method.md:4:{column}: warning[dead-link]: ")
    assert message in said


def test_links_that_lead_somewhere_are_not(briefing: Briefing) -> None:
    words = (
        "[[northland]] [a](../../actors/northland/) [b](../../index.html) [c](../../feed.xml) [d](#main) "
        "[e](https://elsewhere.example/x) [f](../../papers/treaty.pdf)"
    )
    briefing.write("pages/method.md", PAGE.format(words=words))
    assert "lies at papers/treaty.pdf" in told(briefing)
    (briefing.site / "papers").mkdir(parents=True)
    (briefing.site / "papers" / "treaty.pdf").write_bytes(b"%PDF")
    assert told(briefing) == "Nothing is wrong.\n"


def test_links_in_reports_notes_and_introductions_are_looked_at(briefing: Briefing) -> None:
    briefing.edit("articles/harbour-radio-evening.md", "rain by night.", "[rain](gone.html) by night.")
    briefing.edit("actors/northland.md", "A state on", "A [state](gone.html) on")
    note = (
        "---\narticle: pier-post-three-days\nat: {exact: a lock without a key}\n---\nSee [it](gone.html).\n"
    )
    briefing.write("notes/lock.md", note)
    said = [line for line in told(briefing).splitlines() if "dead-link" in line]
    assert [line.split(": warning")[0] for line in said] == [
        "content/actors/northland.md:7:11",
        "content/articles/harbour-radio-evening.md:13:42",
        "content/notes/lock.md:5:10",
    ]


def test_a_note_whose_words_are_gone_is_told_with_what_may_be_meant(briefing: Briefing) -> None:
    words = "We can wait for three days more, and not for one single hour longer"
    note = f'---\narticle: pier-post-three-days\nat: {{exact: "{words}"}}\n---\nNot in writing.\n'
    briefing.write("notes/term.md", note)
    said = told(briefing)
    assert said.startswith("content/notes/term.md:3:5: error[anchor-lost]: ")
    assert "is perhaps line 3: ““We can wait for three days more" in said
    assert briefing.run("check").status == 1


def test_what_nobody_is_named_for_is_told_in_one_word_and_build_is_silent(briefing: Briefing) -> None:
    heard = "“Nobody will ever bring that {n} lamp back to the mole of Holm,” it was heard there.\n"
    for name in ("old", "new"):
        head = f"---\ntitle: Heard of the {name} lamp\noutlet: Pier Post\n---\n"
        briefing.write(f"articles/heard-{name}.md", head + heard.format(n=f"{name} {name}er {name}est"))
    said = told(briefing)
    assert said.count("unnamed-speaker") == 1
    assert "info[unnamed-speaker]: no report names the speaker of 2 statements\n" in said
    assert "articles/heard-new.md (line 5); articles/heard-old.md (line 5)" in said
    assert said.endswith("\nNothing is wrong.\n")
    assert briefing.build("--strict").err == ""


def test_programs_and_github_are_told_in_their_own_words(briefing: Briefing) -> None:
    briefing.write("actors/marsh-guard.md", GUARD.format(line="aliasses: [100 %]"))
    (row,) = json.loads(briefing.run("check", "--format", "json").out)
    assert row == {
        "path": "content/actors/marsh-guard.md",
        "line": 4,
        "column": 1,
        "severity": "warning",
        "code": "unknown-key",
        "message": '"aliasses" is no key here and is not used',
        "hint": 'did you mean "aliases"?',
    }
    assert briefing.run("check", "--format", "github").out == (
        "::warning file=content/actors/marsh-guard.md,line=4,col=1,title=unknown-key::"
        '"aliasses" is no key here and is not used%0Adid you mean "aliases"?\n'
    )
