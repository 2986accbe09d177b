from __future__ import annotations

from generator.ingest.compare.versions import Saved, families, folded
from generator.model.article import Block, CleanText, Role
from generator.model.text import Span
from tests.texts import clean_text

ONE = "The night ferry turned back at the breakwater.\n\nIts master had heard an engine fail."
TWO = "No grain came to the mill on Tuesday.\n\nThe miller blamed a bridge that nobody mends."
PLUG = "You can follow every hearing."


def grouped(*texts: str, outlets: tuple[str | None, ...] = ()) -> list[int]:
    reports = [
        Saved(outlet, clean_text(text))
        for text, outlet in zip(texts, outlets or ("Pier Post",) * len(texts), strict=True)
    ]
    words = [folded(r.clean) for r in reports]
    keys = {key for blocks in words for key in blocks}
    shared = [[n for n, blocks in enumerate(words) if key in blocks] for key in sorted(keys)]
    return families(reports, words, [holders for holders in shared if len(holders) > 1])


def test_words_are_compared_without_case() -> None:
    assert folded(clean_text("### Pier OPENS\n\nIt is open.")) == ("pier opens", "it is open.")
    assert folded(clean_text("Die Straße am Pier\n\nİzmir")) == ("die strasse am pier", "i\u0307zmir")


def test_reports_with_most_of_their_words_in_common_are_versions() -> None:
    assert grouped(ONE, f"{ONE}\n\nIt was towed.", TWO) == [0, 0, 2]
    assert grouped(f"{ONE}\n\n{PLUG}", f"{TWO}\n\n{PLUG}") == [0, 1]


def test_a_plug_longer_than_the_story_makes_no_version_nor_do_short_lines() -> None:
    assert grouped(f"It rained.\n\n{PLUG}", f"It snowed.\n\n{PLUG}") == [0, 1]
    assert grouped(f"{ONE}\n\nA b\n\nC d\n\nE f", f"{TWO}\n\nA b\n\nC d\n\nE f") == [0, 1]


def test_a_version_of_a_version_is_one_too() -> None:
    parts = [f"{n}{n}{n} paragraph." for n in range(5)]
    one, two, three = ("\n\n".join(parts[n : n + 3]) for n in range(3))
    assert grouped(one, two, three) == [0, 0, 0]
    assert grouped(one, three) == [0, 1]


def test_reports_of_two_outlets_are_no_versions() -> None:
    assert grouped(ONE, ONE, outlets=("Pier Post", "The Lantern")) == [0, 1]


def test_what_is_no_story_makes_no_version() -> None:
    text = "Sign up now.\n\nIt rained."
    blocks = (Block(Role.BOILERPLATE, Span(0, 12), 1, "newsletter"), Block(Role.PARAGRAPH, Span(14, 24), 3))
    one = Saved("Pier Post", CleanText(text, blocks))
    other = Saved("Pier Post", CleanText(text.replace("rained", "snowed"), blocks))
    assert families([one, other], [folded(one.clean), folded(other.clean)], [[0, 1]]) == [0, 1]
