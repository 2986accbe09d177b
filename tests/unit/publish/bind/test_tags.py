from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from generator.publish.bind.tags import Tags
from tests.installed import weasyprint
from tests.tagged import faults, tags

STYLE = """@page { @top-left { content: string(head); } @bottom-right { content: counter(page); } }
h1 { string-set: head content(text); } .to::after { content: target-counter(attr(href), page); }
.bare { list-style: none; }"""
HTML = f"""<html lang="en"><head><title>Ferry</title><style>{STYLE}</style></head><body><h1>Ferry</h1>
<p>Words <span></span> and <a class="to" href="#two">the second part on page </a>.</p>
<ol><li>One<p>and a part of it</p></li><li><a href="https://quay.example/">Two</a>
<ul class="bare"><li>Three</ul></ol>
<table><thead><tr><th scope="col">Day</th><th scope="col">Said</th></tr></thead>
<tbody><tr><th scope="row">2 April</th><td></td></tr></tbody></table>
<h2 id="two" style="page-break-before: always">Two</h2><p>More.</p></body></html>"""


def printed(*, mended: bool, **named: str) -> PdfReader:
    weasyprint()
    import weasyprint as printer  # noqa: PLC0415 - an extra

    def finish(_: Any, pdf: Any) -> None:  # noqa: ANN401 - it has no types
        if mended:
            Tags(pdf).mend(named)

    document = printer.HTML(string=HTML)
    return PdfReader(BytesIO(document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True, finisher=finish)))


def test_nothing_is_left_to_mend() -> None:
    assert faults(printed(mended=True)) == []


@pytest.mark.parametrize(
    "fault",
    [
        "7.1: 4 marks",
        "7.5: a header",
        "7.18.1",
        "7.18.5: a link in a link",
        "an empty /Span",
        "7.5, 7.6: /LI",
    ],
)
def test_there_was_something_to_mend(fault: str) -> None:
    found = faults(printed(mended=False))
    assert [each for each in found if each.startswith(fault)] != [], found


def test_what_heads_a_column_and_what_a_row() -> None:
    scopes = [tag.entries["/A"]["/Scope"] for tag in tags(printed(mended=True)) if tag.kind == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_a_link_within_the_file_is_told_in_its_words() -> None:
    read = printed(mended=True, two="the second part")
    told = [a.get_object()["/Contents"] for page in read.pages for a in page.get("/Annots", ())]
    assert sorted(set(told)) == ["https://quay.example/", "the second part"]


def test_the_words_are_those_of_before() -> None:
    before, after = printed(mended=False), printed(mended=True)
    assert [p.extract_text() for p in after.pages] == [p.extract_text() for p in before.pages]
