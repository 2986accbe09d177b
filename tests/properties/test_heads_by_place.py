"""Heads in every style that YAML has are merged at their places: no byte of an editor's is lost."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edit.headtext import read_written
from generator.edit.renewal import merge_article
from generator.ingest.open.frontmatter import read_front_matter, write_front_matter
from generator.model.article import Cut, FrontMatter

BODY = "\nThe pier is shut.\n\n“Nobody came,” Ada Berg said.\n"
WORDS = (
    "Pier to open",
    "Ilse's pier: a plan",
    "# 7 pier",
    'The "pier"',
    "No",
    "12:30",
    "pier, again ",
    "ö — é",
)
NAMES = ("Ada Berg", "Ilse Marrow", "Bo Ek", "Tor, Jr.")
REMARKS = ("", "", "  # mine", " # see: [[x]], {y}")
LINES = ("", "", "# a line: of mine\n", "\n", "\n# one\n\n#two: [\n")
ENDS = ("\n", "\n", "\r\n")


def quoted(words: str, chance: random.Random) -> str:
    """Write a text in one of YAML's styles, all of which mean the same words."""
    double = '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    single = "'" + words.replace("'", "''") + "'"
    styles = [double, single, f"\n  {double}", f"!!str {double}"]
    if words == words.strip() and words.isalpha():
        styles.append(words)
    if words == words.strip() and "#" not in words and ":" not in words:
        styles += [f">-{chance.choice(REMARKS)}\n  {words}", f"|-\n    {words}"]
    return chance.choice(styles)


def listed(names: tuple[str, ...], chance: random.Random) -> str:
    items = ['"' + name + '"' for name in names]
    if not items or chance.random() < 0.4:
        gap = chance.choice([", ", " ,  ", f",{chance.choice(REMARKS)}\n    "])
        return f"[ {gap.join(items)}]"
    indent = chance.choice(["", "  ", "     "])
    return "".join(f"\n{indent}-  {item}{chance.choice(REMARKS)}" for item in items)


def cuts(found: tuple[Cut, ...], chance: random.Random) -> str:
    out = []
    for cut in found:
        text = '"' + cut.text + '"'
        rows = [f"{{rule: {cut.rule},   text: {text}}}", f"rule: {cut.rule}\n    text: {text}"]
        out.append(f"\n  - {chance.choice(rows)}{chance.choice(REMARKS)}")
    return "".join(out)


def by_hand(front: FrontMatter, chance: random.Random) -> str:
    """Write a head as some editor would: keys in any order, any style, with comments and blank lines."""
    rows = [
        f"{key}:{chance.choice(['', '   '])} " + quoted(value, chance)
        for key in ("title", "dek", "outlet", "source", "digest")
        if (value := getattr(front, key))
    ]
    rows += [f"byline: {listed(front.byline, chance)}"] if front.byline else []
    rows += [f"cut:{cuts(front.cut, chance)}"] if front.cut else []
    rows += chance.choice(
        [[], ["tags: [a,  b]  # sorted"], ["corrections:\n  - at: {exact: shut}\n    quote: false"]]
    )
    chance.shuffle(rows)
    out = []
    for row in rows:
        behind = "" if any(sign in row for sign in (">-", "|-")) else chance.choice(REMARKS)
        out.append(f"{chance.choice(LINES)}{row}{behind}\n")
    return "".join(out) + chance.choice(LINES)


def some(chance: random.Random) -> FrontMatter:
    names = tuple(chance.sample(NAMES, chance.randint(0, 3)))
    kept = tuple(
        Cut(rule, f"{rule}: all")
        for rule in chance.sample(["share", "related", "tags"], chance.randint(0, 3))
    )
    return FrontMatter(
        title=chance.choice(WORDS),
        dek=chance.choice([None, *WORDS]),
        outlet=chance.choice([None, "Courier"]),
        byline=names,
        source="sources/a.txt",
        digest="abcd0123",
        cut=kept,
    )


def changed(front: FrontMatter, chance: random.Random) -> FrontMatter:
    other = some(chance)
    keys = chance.sample(["title", "dek", "outlet", "byline", "cut"], chance.randint(0, 4))
    return replace(front, digest="beef4567", **{key: getattr(other, key) for key in keys})


def file(head: str, body: str = BODY) -> str:
    return f"---\n{head}---\n{body}"


@settings(max_examples=300)
@given(st.integers(0, 2**32), st.sampled_from(ENDS), st.booleans(), st.booleans())
def test_nothing_of_an_editors_head_is_lost(seed: int, end: str, mark: bool, closed: bool) -> None:  # noqa: FBT001
    chance = random.Random(seed)  # noqa: S311 - to try things out, no secret
    front = some(chance)
    newer = changed(front, chance)
    head = by_hand(front, chance)
    mine = ("\ufeff" if mark else "") + file(head).replace("\n", end)
    mine = mine if closed else mine.removesuffix(end)
    merged = merge_article(
        file(write_front_matter(front)), mine, file(write_front_matter(newer), BODY.replace("shut", "closed"))
    )
    ours = read_written(head)
    inside = merged.text.removeprefix("\ufeff").replace("\r\n", "\n")
    now = inside[4:].partition("\n---\n")[0] + "\n"
    theirs = read_written(now)
    assert theirs.remarks(0, len(now)) == ours.remarks(0, len(head))
    assert merged.text.startswith("\ufeff") == mark
    assert ("\r\n" in merged.text) == (end != "\n")
    assert inside.endswith("\n") == closed
    assert [key for key in theirs.entries if key in ours.entries] == [
        key for key in ours.entries if key in theirs.entries
    ]
    read = read_front_matter(now, "a.md").value
    told = " ".join(clash.kept for clash in merged.clashes)
    for key in ("title", "dek", "outlet", "byline", "cut", "digest"):
        if f"{key}:" not in told:
            assert getattr(read, key) == getattr(newer, key), key
        if getattr(newer, key) == getattr(front, key) and key in ours.entries:
            assert theirs.said(key) == ours.said(key)
    assert "The pier is closed." in merged.text
