from __future__ import annotations

import pytest

from generator.ingest.clean import clean
from generator.model.article import Media, RawDocument
from generator.model.settings import ReadSettings

STORY = "The pilots of Sunholm have refused to work at night since a tug was sunk there in March."


@pytest.mark.parametrize(
    ("media", "body", "roles"),
    [
        (Media.TEXT, f"Pilots refuse\n\n# no heading\n\n{STORY}", ["headline", "dek", "paragraph"]),
        (Media.MARKDOWN, f"# Heading\n\n{STORY}", ["heading", "paragraph"]),
        (Media.HTML, f"<title>Pilots refuse</title><p>{STORY}</p>", ["headline", "paragraph"]),
    ],
)
def test_each_kind_of_file_has_its_reader(media: Media, body: str, roles: list[str]) -> None:
    found = clean(RawDocument(body, media, "seed"), ReadSettings())
    assert [b.role.value for b in found.blocks] == roles
