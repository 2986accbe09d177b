"""Make a briefing site of a folder of saved news reports.

The names below are the public face; all else may change without notice. They are found when they are
asked for (PEP 562), so that importing the package stays light.

``build_site`` is ``generator.build.build``: the short name is the module's.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.build import Built
    from generator.build import build as build_site
    from generator.model.article import Media, RawDocument, Reading
    from generator.model.diagnostic import (
        BuildFailed,
        ConfigError,
        Diagnostic,
        EngineError,
        GeneratorError,
        ThemeError,
    )
    from generator.model.settings import ReadSettings
    from generator.stages import read
    from generator.understood import Options

__version__ = "0.1.0"

__all__ = [
    "BuildFailed",
    "Built",
    "ConfigError",
    "Diagnostic",
    "EngineError",
    "GeneratorError",
    "Media",
    "Options",
    "RawDocument",
    "ReadSettings",
    "Reading",
    "ThemeError",
    "__version__",
    "build_site",
    "read",
]

_HOMES = {
    "build": ("Built", "build_site"),
    "model.article": ("Media", "RawDocument", "Reading"),
    "model.diagnostic": (
        "BuildFailed",
        "ConfigError",
        "Diagnostic",
        "EngineError",
        "GeneratorError",
        "ThemeError",
    ),
    "model.settings": ("ReadSettings",),
    "stages": ("read",),
    "understood": ("Options",),
}
_OTHERWISE = {"build_site": "build"}  # what is called otherwise at home


def _find(name: str) -> object:
    """Find a public name in the module it lives in."""
    for home, names in _HOMES.items():
        if name in names:
            found: object = getattr(import_module(f"{__name__}.{home}"), _OTHERWISE.get(name, name))
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if not TYPE_CHECKING:  # to a type checker any name would exist
    __getattr__ = _find


def __dir__() -> list[str]:
    """Name what is public."""
    return __all__
