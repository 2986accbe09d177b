"""``schema``: the JSON Schema of a form, for editors' tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.forms.schema import FORMS, schema
from generator.model.diagnostic import ConfigError
from generator.telling import print_json

if TYPE_CHECKING:
    import argparse


def schema_command(arguments: argparse.Namespace) -> int:
    """Print one schema."""
    if arguments.form not in FORMS:
        raise ConfigError(f"there is no form {arguments.form!r}; the forms are {', '.join(FORMS)}")
    print_json(schema(arguments.form), indent=2)
    return 0
