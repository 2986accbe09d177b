"""How much one file may hold."""

import pytest

from generator.ingest.open.limits import (
    MOST_BYTES,
    MOST_DEEP,
    MOST_LETTERS,
    MOST_LINES,
    MOST_TAGS,
    too_large,
    too_long,
)

PICTURE = '<img alt="a > b" src="data:image/png;base64,' + "iVBORw0KGgo" * 200_000 + '">'
SCRIPT = "<script>" + "if (a<b) {c('</p>')}" * 100_000 + "</SCRIPT>"
STYLE = "<style>" + "p > a {color: red}" * 100_000 + "</style>"
REMARK = "<!--" + "<p>was here</p>" * 100_000 + "-->"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", "a" * MOST_LETTERS),
        ("a.txt", "a\n" * MOST_LINES),
        ("a.html", "<p>a" * MOST_TAGS),
        ("a.html", "<div>" * MOST_DEEP + "a"),
        ("a.html", "<div><br><img><input/><svg><path/></svg></div>" * 10_000),
        ("a.HTML", "<b>a</b>" * (MOST_TAGS // 2)),
        ("a.html", f"{PICTURE}<p>The bees are back.</p>"),
        ("a.html", f"{SCRIPT}{STYLE}{REMARK}<p>The bees are back.</p>"),
        ("a.html", "<p>The bees\n" + " " * MOST_LETTERS + "\nare back.</p>"),
        ("a.html", '<p title="' + "<p>" * MOST_LETTERS),
        ("a.html", "<!--" * MOST_LETTERS),
    ],
)
def test_what_is_read(path: str, text: str) -> None:
    assert too_long(text, path) is None


@pytest.mark.parametrize(
    ("path", "text", "what"),
    [
        ("a.txt", "a" * (MOST_LETTERS + 1), "400,000 letters"),
        ("a.md", "a\n" * (MOST_LINES + 1), "100,000 lines"),
        ("a.yaml", "a:\n" * (MOST_LINES + 1), "100,000 lines"),
        ("a.html", "a" * (MOST_LETTERS + 1), "400,000 letters"),
        ("a.html", f"<p>{'a' * MOST_LETTERS}</p>b", "400,000 letters"),
        ("a.htm", "<p>a" * (MOST_TAGS + 1), "100,000 tags"),
        ("a.html", "<div>" * (MOST_DEEP + 1), "500 tags in one another"),
        ("a.html", "<ul><li>" * (MOST_DEEP + 1), "500 tags in one another"),
        ("a.html", "<script>a</script>" + "<div>" * (MOST_DEEP + 1), "500 tags in one another"),
    ],
)
def test_what_is_left_out(path: str, text: str, what: str) -> None:
    found = too_long(text, path)
    assert found is not None
    assert str(found) == f"{path}:1:1: error[too-long]: this text has more than {what}, and is not read"
    assert found.hint == "split it, or take out what is not the report"


def test_a_large_file_is_not_opened() -> None:
    assert too_large(MOST_BYTES, "a.html") is None
    found = too_large(MOST_BYTES + 1, "a.html")
    assert found is not None
    assert found.message == "this file has more than 50 MB, and is not read"
