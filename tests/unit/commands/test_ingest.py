from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Command = Callable[..., tuple[int, str, str]]

MILL = "The mill is shut\n\n“There is no grain,” said Bo Ek, the miller.\n"
KEPT = "unchanged: an editor has changed it, and nothing is newer"


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def put(path: Path, words: str = MILL) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_all_that_is_saved_becomes_articles(briefing: Path, command: Command) -> None:
    status, out, err = command("ingest")
    assert (status, err) == (0, "")
    assert out == (
        "content/articles/pier.md: made\n"
        "1 made, 0 left as they were. Next: look through content/articles/, then python -m generator build\n"
    )
    article = text(briefing / "content" / "articles" / "pier.md")
    assert article.startswith("---\ntitle: Pier to open again\nsource: sources/pier.txt\n")
    assert "text: Sign up for our free newsletter" in article.partition("\n---\n")[0]
    assert "newsletter" not in article.partition("\n---\n")[2]
    assert "“We have mended every plank,” she said.\n" in article


def test_however_a_source_is_named_its_article_names_it_from_the_content(
    briefing: Path, command: Command
) -> None:
    status, _, err = command("ingest", str(briefing.resolve() / "content" / "sources" / "pier.txt"))
    assert (status, err) == (0, "")
    assert "\nsource: sources/pier.txt\n" in text(briefing / "content" / "articles" / "pier.md")


@pytest.mark.usefixtures("briefing")
def test_the_same_again_changes_nothing(command: Command) -> None:
    command("ingest")
    status, out, err = command("ingest")
    assert (status, err) == (0, "")
    assert out.startswith("content/articles/pier.md: unchanged\n0 made, 1 left as they were.")


def test_an_edited_article_stays_the_editors(briefing: Path, command: Command) -> None:
    command("ingest")
    article = briefing / "content" / "articles" / "pier.md"
    put(article, text(article).replace("Pier to open", "The pier opens"))
    before = text(article)
    status, out, _ = command("ingest")
    assert (status, out.splitlines()[0]) == (0, f"content/articles/pier.md: {KEPT}")
    assert text(article) == before
    status, out, _ = command("ingest", "content/sources/pier.txt", "--outlet", "Pier Post")
    assert (status, out.splitlines()[0]) == (0, "content/articles/pier.md: updated")
    assert text(article) == before.replace("\nsource:", "\noutlet: Pier Post\nsource:")
    command("ingest")
    assert "\noutlet: Pier Post\n" in text(article)


def test_an_article_that_cannot_be_read_is_left(briefing: Path, command: Command) -> None:
    command("ingest")
    article = briefing / "content" / "articles" / "pier.md"
    article.write_bytes(b"\xff\xfe nonsense")
    assert command("ingest")[1].startswith("content/articles/pier.md: left as it is")
    assert article.read_bytes() == b"\xff\xfe nonsense"


def test_an_article_of_another_case_is_the_same_article(briefing: Path, command: Command) -> None:
    put(briefing / "content" / "articles" / "Pier.md", "---\ntitle: x\n---\n\nx\n")
    assert command("ingest")[1].startswith("content/articles/Pier.md: left as it is: nothing tells")
    assert names(briefing / "content" / "articles") == ["Pier.md"]


def test_a_report_from_elsewhere_is_copied_with_what_is_said_of_it(briefing: Path, command: Command) -> None:
    saved = put(briefing / "saved" / "mill.txt")
    given = ("--outlet", "The Courier", "--published", "2031-05-06", "--url", "https://courier.example/mill")
    status, out, err = command("ingest", saved, *given)
    assert (status, err) == (0, "")
    assert out.startswith("content/articles/mill.md: made\n1 made, 0 left")
    sources = briefing / "content" / "sources"
    assert (sources / "mill.txt").read_bytes() == saved.read_bytes()
    said = "outlet: The Courier\npublished: 2031-05-06\nurl: https://courier.example/mill\n"
    assert text(sources / "mill.yaml") == said
    head = text(briefing / "content" / "articles" / "mill.md").partition("\n---\n")[0] + "\n"
    assert said in head


def test_what_lay_beside_a_report_comes_with_it(briefing: Path, command: Command) -> None:
    saved = put(briefing / "saved" / "mill.txt")
    beside = put(briefing / "saved" / "mill.yaml", "outlet: Mill Weekly\n")
    command("ingest", saved, "--outlet", "The Courier")
    assert text(briefing / "content" / "sources" / "mill.yaml") == text(beside)
    assert "outlet: The Courier\n" in text(briefing / "content" / "articles" / "mill.md")


def test_what_lies_beside_the_copy_stays(briefing: Path, command: Command) -> None:
    saved = put(briefing / "saved" / "mill.txt")
    there = put(briefing / "content" / "sources" / "mill.yaml", "licence: free\n")
    command("ingest", saved, "--outlet", "The Courier")
    assert text(there) == "licence: free\n"
    assert "outlet: The Courier\nlicence: free\n" in text(briefing / "content" / "articles" / "mill.md")


def test_a_sidecar_that_is_no_text_is_told(briefing: Path, command: Command) -> None:
    saved = put(briefing / "saved" / "mill.txt")
    (briefing / "saved" / "mill.yaml").write_bytes(b"outlet: caf\xe9\n")
    status, _, err = command("ingest", saved)
    assert (status, err.partition("]")[0]) == (1, "content/sources/mill.yaml:1:12: error[not-utf8")
    assert (briefing / "content" / "articles" / "mill.md").is_file()


def test_a_folder_gives_its_reports(briefing: Path, command: Command) -> None:
    saved = briefing / "saved"
    for name in (
        "a.txt",
        "deep/b.html",
        "c.TXT",
        ".hidden.txt",
        ".git/d.txt",
        "deep/b_files/frame.html",
        "e.pdf",
    ):
        put(saved / name, f"<p>Nobody in {name} has seen it.</p>")
    status, out, err = command("ingest", saved)
    assert (status, err) == (0, "")
    assert names(briefing / "content" / "articles") == ["a.md", "b.md", "c.md"]
    assert "3 made, 0 left" in out
    (briefing / "none").mkdir()
    assert "error[unread-file]: there is no report in this folder" in command("ingest", "none")[2]


def test_the_same_twice_is_brought_once(briefing: Path, command: Command) -> None:
    saved = put(briefing / "saved" / "mill.txt")
    status, out, err = command("ingest", saved, saved)
    assert (status, err) == (0, "")
    assert [line.partition(".")[0] for line in out.splitlines()] == [
        "content/articles/mill",
        "1 made, 0 left as they were",
    ]


@pytest.mark.parametrize("name", ["pier.txt", "pier.html", "Pier.text"])
def test_another_report_of_that_name_is_refused(name: str, briefing: Path, command: Command) -> None:
    before = names(briefing / "content")
    status, out, err = command("ingest", put(briefing / "saved" / name))
    assert status == 1
    assert f"saved/{name}:1:1: error[duplicate-id]: " in err
    assert "    rename one of" in err
    assert out.startswith("0 made, 0 left as they were.")
    assert names(briefing / "content") == before


def test_two_reports_of_one_name_are_told_in_the_folder_too(briefing: Path, command: Command) -> None:
    put(briefing / "content" / "sources" / "pier.html")
    status, out, err = command("ingest")
    assert (status, err.count("error[duplicate-id]")) == (1, 1)
    assert out.startswith("content/articles/pier.md: made\n1 made, 0 left")
    assert "source: sources/pier.html\n" in text(briefing / "content" / "articles" / "pier.md")


def test_what_cannot_be_read_is_named_and_the_others_are_done(briefing: Path, command: Command) -> None:
    saved = briefing / "saved"
    put(saved / "mill.txt")
    put(saved / "notes.rst", "words")
    put(saved / "notes", "words")
    (saved / "latin.txt").write_bytes(b"caf\xe9\n")
    (saved / "word.txt").write_bytes(b"PK\x03\x04word/")
    (saved / "empty.txt").write_bytes(b"")
    paths = [
        saved / n
        for n in ("latin.txt", "word.txt", "empty.txt", "gone.txt", "notes.rst", "notes", "mill.txt")
    ]
    status, out, err = command("ingest", *paths)
    assert (status, out.splitlines()[0]) == (1, "content/articles/mill.md: made")
    told = [line.partition("]")[0] for line in err.splitlines() if not line.startswith(" ")]
    assert [line.rpartition("/")[2] for line in told] == [
        "empty.txt:1:1: error[empty-file",
        "gone.txt:1:1: error[unreadable-file",
        "latin.txt:1:4: error[not-utf8",
        "notes:1:1: error[unread-file",
        "notes.rst:1:1: error[unread-file",
        "word.txt:1:1: error[not-text",
    ]
    assert names(briefing / "content" / "sources") == ["mill.txt", "pier.txt"]


def test_what_is_wrong_in_the_folder_is_told(briefing: Path, command: Command) -> None:
    put(briefing / "content" / "sources" / "notes.rst")
    (briefing / "content" / "sources" / "empty.txt").write_bytes(b"")
    status, out, err = command("ingest")
    assert (status, out.splitlines()[0]) == (1, "content/articles/pier.md: made")
    assert "content/sources/empty.txt:1:1: error[empty-file]" in err
    assert "content/sources/notes.rst:1:1: warning[unread-file]" in err


@pytest.mark.usefixtures("briefing")
def test_an_article_is_one_already(command: Command) -> None:
    command("ingest")
    status, out, _ = command("ingest", "content/articles/pier.md")
    assert (status, out.splitlines()[0]) == (
        0,
        "content/articles/pier.md: left as it is, for it is an article already",
    )


def test_an_empty_folder_says_what_to_do(briefing: Path, command: Command) -> None:
    (briefing / "content" / "sources" / "pier.txt").unlink()
    status, out, err = command("ingest")
    assert (status, err) == (0, "")
    assert out.endswith(
        "Put saved reports into content/sources/, or name them: python -m generator ingest FILE\n"
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--published", "8 October"), "--published '8 October' is no date; write it as 2015-10-08"),
        (("--published", ""), "--published '' is no date; write it as 2015-10-08"),
        (("--published", "2031-02-30"), "--published '2031-02-30' is no date; write it as 2015-10-08"),
        (("--url", "courier"), "--url 'courier' is not a whole http or https address; write https://…"),
    ],
)
def test_what_cannot_be_meant_is_a_fault_of_use(
    words: tuple[str, str], says: str, briefing: Path, command: Command
) -> None:
    before = names(briefing)
    assert command("ingest", *words) == (2, "", f"error: {says}\n")
    assert names(briefing) == before


def test_without_a_briefing_nothing_is_brought(tmp_path: Path, command: Command) -> None:
    saved = put(tmp_path / "mill.txt")
    status, out, err = command("ingest", saved, "--content", tmp_path / "content")
    assert (status, out) == (2, "")
    assert "python -m generator init" in err
    assert names(tmp_path) == ["mill.txt"]


def test_a_copy_that_cannot_be_written_is_a_failure(briefing: Path, command: Command) -> None:
    saved = put(briefing / "saved" / "mill.txt")
    (briefing / "content" / "articles").write_bytes(b"a file in the way")
    status, _, err = command("ingest", saved)
    assert (status, err.startswith("error: content/articles/mill.md cannot be written: ")) == (3, True)


@pytest.mark.parametrize("name", ["mill.txt", "mill.html", "mill.md"])
def test_ingest_then_build_is_build_alone(name: str, briefing: Path, command: Command) -> None:
    correction = "corrections:\n  - at: {exact: no grain}\n    why: heard\n"
    head = f"---\ntitle: The mill\npublished: 2031-05-06\n{correction}---\n"
    put(briefing / "content" / "sources" / name, f"{head}{MILL}" if name.endswith("md") else MILL)
    command("build", "--no-cache", "--output", "alone")
    assert command("ingest")[0] == 0
    assert command("build", "--no-cache", "--output", "after")[0] == 0
    alone, after = briefing / "alone", briefing / "after"
    assert names(alone) == names(after)
    differing = [n for n in names(alone) if (alone / n).read_bytes() != (after / n).read_bytes()]
    assert differing == []


PLUG = "You can follow every hearing on our evening programme."


@pytest.mark.parametrize("by", ["all at once", "one by one"])
def test_what_an_outlet_repeats_is_looked_for_as_a_build_does(
    by: str, briefing: Path, command: Command
) -> None:
    sources = briefing / "content" / "sources"
    for ident, words in {"mill": "No grain came.", "court": "A judge sat.", "ferry": "It was late."}.items():
        put(sources / f"{ident}.txt", f"{words}\n\n{PLUG}\n")
        put(sources / f"{ident}.yaml", f"outlet: {'The Courier' if ident != 'mill' else 'the courier'}\n")
    command("build", "--no-cache", "--output", "alone")
    each = [f"content/sources/{name}" for name in names(sources) if name.endswith(".txt")]
    for paths in [[]] if by == "all at once" else [[path] for path in each]:
        assert command("ingest", *paths)[0] == 0
    head, _, body = text(briefing / "content" / "articles" / "mill.md").rpartition("---\n")
    assert f"- {{rule: repeated-in-outlet, text: {PLUG}}}\n" in head
    assert body == "\nNo grain came.\n"
    assert command("build", "--no-cache", "--output", "after")[0] == 0
    alone, after = briefing / "alone", briefing / "after"
    assert names(alone) == names(after)
    assert [n for n in names(alone) if (alone / n).read_bytes() != (after / n).read_bytes()] == []


def test_a_report_that_an_outlet_is_given_for_is_looked_at_as_of_that_outlet(
    briefing: Path, command: Command
) -> None:
    for ident, words in {"mill": "No grain came.", "court": "A judge sat."}.items():
        put(briefing / "saved" / f"{ident}.txt", f"{words}\n\n{PLUG}\n")
    assert command("ingest", "saved", "--outlet", "The Courier")[0] == 0
    assert "repeated-in-outlet" in text(briefing / "content" / "articles" / "mill.md")


@pytest.mark.parametrize("named", [".", "content"])
def test_what_is_of_the_briefing_is_no_report(named: str, briefing: Path, command: Command) -> None:
    command("build")
    (briefing / "content" / "pages").mkdir()
    (briefing / "content" / "pages" / "us.md").write_text("---\ntitle: Us\n---\nWords.\n", encoding="utf-8")
    status, out, err = command("ingest", named)
    assert (status, err) == (0, "")
    assert out.startswith("content/articles/pier.md: made\n1 made, ")
    assert [path.name for path in (briefing / "content" / "sources").iterdir()] == ["pier.txt"]
    for path in ("content/pages/us.md", "content/pages"):
        status, _, err = command("ingest", path)
        assert (status, "it is not a saved report but of the briefing" in err) == (1, True)
