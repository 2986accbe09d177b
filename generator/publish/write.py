"""To the output folder: only what changed, whole or not at all; prune only what we once wrote."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.diagnostic import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

RECORD = ".written"
_PART = ".part"  # the ending of a file that is not whole yet
