"""One stable digest for one value.

The digest is of the MessagePack form, so every field of a dataclass is in it and none can be forgotten.
Inside a value dataclasses are told apart by the names of their fields, not by their own name.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any

import msgspec.msgpack


def _kind_of_text(value: object) -> object:
    """Tell text of a kind of its own, HTML, from the same letters as plain text."""
    if isinstance(value, str):
        return [type(value).__qualname__, str.__str__(value)]
    raise TypeError(type(value))


# "deterministic" sorts dicts and sets; fields keep the order they are declared in.
_encode = msgspec.msgpack.Encoder(order="deterministic", enc_hook=_kind_of_text).encode


def fingerprint(*values: object) -> str:
    """Return 32 hex digits that are equal for equal values of equal types, in every process.

    Frozen dataclasses, text and its kinds, bytes, numbers, tuples, dicts, sets, enums, days and None are
    understood; anything else is a ``TypeError``, since it could not be told apart from another.
    """
    parts: list[object] = []
    for value in values:
        kind = type(value)
        parts.append(f"{kind.__module__}.{kind.__qualname__}")
        parts.append(value)
    try:
        encoded = _encode(parts)
    except TypeError:  # msgspec orders dicts by keys of text only
        encoded = _encode([_plain(part) for part in parts])
    return blake2b(encoded, digest_size=16).hexdigest()


def _plain(value: Any) -> object:  # noqa: ANN401 - any value may be walked
    """Replace every dict by its pairs in the order of their digests: the slow way, for odd keys."""
    if isinstance(value, dict):
        pairs = [(fingerprint(key), key, _plain(held)) for key, held in value.items()]
        return ["dict", *(pair[1:] for pair in sorted(pairs, key=lambda pair: pair[0]))]
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
