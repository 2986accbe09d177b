"""An editor withdraws a quotation: its words stand in no byte of the site, and its address says why."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main

if TYPE_CHECKING:
    from tests.stories.briefing import Briefing

CONTENT = Path(__file__).resolve().parent / "content"
REPORT = "harbour-radio-evening"
WORDS = "The lamp at the mole is burning for everybody who asks, and it stays lit"
RUN = 5
TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
TAG = re.compile(r"<[^>]*>")
ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


def _ways(data: bytes) -> list[str]:
    """Return a file's text in every way in which words may be read out of it."""
    text = data.decode("utf-8", "replace")
    plain = ESCAPED.sub(lambda m: chr(int(m[1], 16)), text).replace("\\n", " ").replace("\\", "")
    ways = [text, plain, unquote(plain.replace("+", " "))]
    return [w for way in ways for w in (way, html.unescape(way), html.unescape(TAG.sub("", way)))]


def _tokens(text: str) -> list[str]:
    return [t.casefold().replace("’", "'") for t in TOKEN.findall(text)]


def _told(files: dict[str, bytes], hidden: list[str]) -> list[tuple[str, str]]:
    """Return where words of hidden quotations stand: runs of five, and short ones whole in marks."""
    found = []
    for path, data in files.items():
        for way in _ways(data):
            tokens = f" {' '.join(_tokens(way))} "
            for words in hidden:
                own = _tokens(words)
                runs = [own[n : n + RUN] for n in range(len(own) - RUN + 1)]
                found += [(path, " ".join(run)) for run in runs if f" {' '.join(run)} " in tokens]
                if not runs:
                    marked = r"[“\"'‘]" + r"\W+".join(map(re.escape, own)) + r"[\s.,!?]*[”\"'’]"
                    found += [(path, words)] if re.search(marked, way, re.IGNORECASE) else []
    return found


def test_a_hidden_quotation_is_in_no_byte_of_the_site(briefing: Briefing) -> None:
    briefing.build()
    ident, cluster = briefing.quote(WORDS)["id"], briefing.quote(WORDS)["cluster"]
    assert "marsh-herald-vote" in {m["article"] for c in briefing.data("clusters") for m in c["members"]}
    assert len(_told(briefing.files(), [WORDS])) > 10
    article = f"articles/{REPORT}.md"
    briefing.edit(
        article,
        "tags: [bulletin]",
        f"""dek: "Berg: the lamp at the mole is burning for everybody who asks"
image: {{caption: The lamp at the mole is burning for everybody}}
cut:
  - {{rule: related, text: "More: the lamp at the mole is burning"}}
corrections:
  - at: {{exact: "{WORDS}"}}
    hidden: true
    why: The minister was misheard.
    date: 2031-05-23""",
    )
    briefing.write(
        "notes/lamp.md",
        f"---\narticle: {REPORT}\nat: {{exact: The lamp at the mole}}\n---\nNot *the lamp at the mole is*.\n",
    )
    briefing.write("pages/lamp.md", "---\ntitle: Lamps\n---\nIs the lamp at the mole is burning true?\n")
    told = briefing.build()
    assert "info[withheld-too]" in told.err  # the same words in another outlet's report
    assert _told(briefing.files(), [WORDS]) == []
    assert not any(WORDS[:20] in path for path in briefing.files())
    assert not (briefing.site / "quotes" / cluster).exists()
    # What stands around it is there as before, and at its address stands that it was withdrawn, and why.
    page = briefing.page(f"articles/{REPORT}")
    assert f'<span class="withheld" id="{ident}">[withdrawn]</span>' in page
    beside = page.split(f'id="s-{ident}"')[1].split("</li>")[0]
    assert "Withdrawn by the desk" in beside
    assert "23 May 2031" in beside
    assert "The minister was misheard." in beside
    assert re.search(r'<p class="dek">Berg: <span class="withheld" id="w-\d">\[withdrawn\]</span></p>', page)
    assert "The minister was misheard." in briefing.page("corrections")
    assert "The minister was misheard." in briefing.page("corrections/feed.xml")


def test_a_withdrawal_is_undone_by_taking_it_back(briefing: Briefing) -> None:
    briefing.build()
    before = briefing.files()
    briefing.add_to_head(
        f"articles/{REPORT}.md", f'corrections:\n  - {{at: {{exact: "{WORDS}"}}, hidden: true}}\n'
    )
    briefing.build()
    assert briefing.files() != before
    briefing.edit(f"articles/{REPORT}.md", ", hidden: true", ", hidden: false")
    told = briefing.build()
    assert "withheld-too" not in told.err
    assert briefing.quote(WORDS)["cluster"] in briefing.page("search")


def test_a_short_one_is_no_difference_of_wordings_either(briefing: Briefing) -> None:
    """What one outlet leaves out of a statement is told in quotation marks, unless it was withdrawn."""
    words = "and it stays lit"
    briefing.build()
    statement = f"quotes/{briefing.quote(WORDS)['cluster']}"
    assert _told({"page": briefing.page(statement).encode()}, [words]) != []
    briefing.write(
        "articles/quay-echo.md",
        f"---\ntitle: Echo\noutlet: Quay Times\npublished: 2031-05-18\ncorrections:\n"
        f"  - {{at: {{exact: {words}}}, hidden: true}}\n---\n“{words},” Bo Ek said of the tax.\n",
    )
    briefing.build()
    assert (briefing.site / statement).exists()
    assert _told(briefing.files(), [words]) == []


# By report, what an editor may hide in it; the same words are planted where no mark stands around them.
SAID = {
    "pier-post-three-days.txt": (
        "We can wait for three days more, and not for one hour longer",
        "Nobody on our boats has seen a sheet of paper",
        "a lock without a key",
    ),
    "quay-times-minister.txt": (
        "We can wait for three days more",
        "The pilots will bring in whatever floats",
    ),
    "marsh-herald-vote.html": (
        "The lamp at the mole is burning for everybody who asks",
        "A lamp is not a harbour, and a promise is not a berth",
    ),
}
CHOICES = [(report, words) for report, said in SAID.items() for words in said]


@settings(max_examples=12, deadline=None)
@given(
    hidden=st.lists(st.sampled_from(CHOICES), min_size=1, max_size=3, unique=True),
    planted=st.sampled_from(["title", "dek", "caption", "cut", "body", "note", "page"]),
    spelt=st.sampled_from([str, str.upper, str.title, lambda w: w.replace(" ", "\u00a0", 1)]),
)
def test_whatever_is_hidden_stands_nowhere(
    hidden: list[tuple[str, str]], planted: str, spelt: object
) -> None:
    assert callable(spelt)
    with TemporaryDirectory() as name:
        content = Path(name) / "content"
        shutil.copytree(CONTENT, content)
        for report in dict.fromkeys(report for report, _ in hidden):
            assert main(["ingest", str(content / "sources" / report), "--content", str(content)]) == 0
            _hide(content, report, [words for r, words in hidden if r == report])
        _plant(content, planted, spelt(f"“{hidden[0][1]}”"))
        assert main(["build", "--content", str(content), "--no-cache"]) == 0
        site = Path(name) / "site"
        files = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}
        paths = "\n".join(files).replace("-", " ").encode()
        assert _told(files | {"the paths": paths}, [words for _, words in hidden]) == []


def _hide(content: Path, report: str, said: list[str]) -> None:
    path = content / "articles" / f"{Path(report).stem}.md"
    rows = "".join(f'  - {{at: {{exact: "{words}"}}, hidden: true, why: Misheard.}}\n' for words in said)
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    path.write_text(f"---\n{head}corrections:\n{rows}---\n{body}", encoding="utf-8")


def _plant(content: Path, where: str, words: str) -> None:
    """Let the words stand once more, in a report that nobody corrected or in the desk's own voice."""
    path = content / "articles" / f"{REPORT}.md"
    text = path.read_text(encoding="utf-8")
    heads = {
        "title": f"title: '{words}, she says'\n",
        "dek": f"dek: 'It was {words}'\n",
        "caption": f"image: {{caption: '{words}'}}\n",
        "cut": f"cut:\n  - {{rule: related, text: '{words}'}}\n",
    }
    if where in heads:
        kept = text.replace("title: Lamp at the mole\n", "") if where == "title" else text
        path.write_text(kept.replace("outlet:", f"{heads[where]}outlet:"), encoding="utf-8")
    elif where == "body":
        path.write_text(f"{text}\nSome had heard {words} before.\n", encoding="utf-8")
    elif where == "note":
        path.write_text(f"{text}\n::: note\nSee {words} there.\n:::\n", encoding="utf-8")
    else:
        (content / "pages").mkdir()
        (content / "pages" / "extra.md").write_text(f"We read {words} twice.\n", encoding="utf-8")
