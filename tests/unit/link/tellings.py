"""Corpora in which several reports tell what a few people said: whole, cut, changed, under another name."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from generator.model.article import Article, FrontMatter
from generator.model.findings import Form, Quote
from tests.unit.link.articles import article, quote, speaker

ADA, TOM = speaker("Ada Quill", "pier"), speaker("Tom Reed", "quay")
# The second and the third have a passage in common, and go on in other words; the last two a phrase.
SAID = (
    (
        ADA,
        "We shall never hand over the northern islands to the brewers, whatever their captains may offer us",
    ),
    (
        ADA,
        "The council is determined to keep our northern ferries sailing, and I thank the captains for that",
    ),
    (ADA, "If you are determined to keep our northern ferries sailing then somebody must pay for the coal"),
    (TOM, "The pilots of the eastern quay have mended all the lanterns of the breakwater since Monday"),
    (TOM, "Whoever breaks the lanterns of the breakwater answers to a harbour court before the winter"),
)
FORMS = st.sampled_from([Form.DIRECT, Form.DIRECT, Form.MIXED, Form.HEADLINE])
DAYS = st.sampled_from([None, "2031-05-04", "2031-05-04", "2031-05-05", "2031-05-20"])
CUES = st.sampled_from([None, None, None, "told CNN", "wrote on Facebook"])
OTHER_WORDS = ("lighthouse", "porridge", "tomorrow", "nobody", "[sic]", "…")


@st.composite
def tellings(draw: st.DrawFn) -> Quote:
    """Make a quote of what one of them said."""
    who, said = draw(st.sampled_from(SAID))
    words = said.split()
    kind = draw(st.sampled_from(["whole", "whole", "part", "change", "change"]))
    if kind == "part":
        start = draw(st.integers(0, len(words) - 2))
        words = words[start : draw(st.integers(start + 2, len(words)))]
    elif kind == "change":
        words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(OTHER_WORDS))
    voice = draw(st.sampled_from([who, who, who, None, speaker(who.name.split()[1]), TOM]))
    return replace(quote(" ".join(words), voice, draw(FORMS)), cue=draw(CUES))


@st.composite
def told_corpora(draw: st.DrawFn) -> list[Article]:
    lists = draw(st.lists(st.lists(tellings(), max_size=3), max_size=6))
    return [
        article(f"a{n}", *quotes, front=FrontMatter(published=draw(DAYS))) for n, quotes in enumerate(lists)
    ]
