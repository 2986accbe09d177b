"""``schema``: the JSON Schema of a form, for editors' tools."""

from __future__ import annotations

import argparse
import json

from generator.forms.schema import FORMS, schema
from generator.model.diagnostic import ConfigError


def schema_command(arguments: argparse.Namespace) -> int:
    """Print one schema."""
    if arguments.form not in FORMS:
        raise ConfigError(f"there is no form {arguments.form!r}; the forms are {', '.join(FORMS)}")
    print(json.dumps(schema(arguments.form), ensure_ascii=False, indent=2))
    return 0
