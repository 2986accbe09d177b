"""Compile what takes most of a build when the project is installed: it then takes half the time.

A build hook of hatchling. mypyc makes C of the modules that generator/engine/compiled.py lists, whose types
are strict already, and the machine's compiler makes a library of each room. Where there is none, or where it
fails, the project is installed without: the same modules are then run as they are written, and do the same
(tests/unit/engine/test_compiled.py). ``GENERATOR_PURE=1`` leaves it out.

The libraries go into a package of their own, with the digest of the sources of which they are made, and a
room takes them for as long as its sources are just these (generator/engine/compiled.py). So an install for
development (``pip install -e``) is as quick, and no edit of a module is passed over.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.engine.compiled import PACKAGE, ROOMS, digest, modules  # noqa: E402 - of this checkout


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling: its parameter is for its own hooks
    """Adds the compiled modules to the wheel."""

    def dependencies(self) -> list[str]:
        """Return what compiling needs; nothing where nothing is compiled."""
        return ["mypy>=2.4,<2.5", "setuptools>=77"] if _can_compile() else []

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clear away what was made on the way."""
        for name in ("compiled", "compiling"):
            shutil.rmtree(Path(self.directory) / name, ignore_errors=True)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say where the files go; leave a room as it is where that fails."""
        if self.target_name != "wheel" or not _can_compile():
            return
        folder = Path(self.directory) / "compiled"
        shutil.rmtree(folder, ignore_errors=True)
        made = [room for room in ROOMS if self._made(room, folder)]
        if not made:
            return
        (folder / "__init__.py").write_text('"""Compiled modules of the generator."""\n', encoding="utf-8")
        included = build_data["force_include_editable" if version == "editable" else "force_include"]
        included.update(
            {str(path): _place(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
        )
        if version == "editable":
            included[str(ROOT / "themes")] = "generator/themes"
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def _made(self, room: str, folder: Path) -> bool:
        """Compile a room; tell whether that went well."""
        done = subprocess.run(  # noqa: S603 - this file
            [sys.executable, __file__, str(folder), room],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            told = (done.stdout + done.stderr)[-2000:]
            self.app.display_warning(f"{room}/ is not compiled, and takes twice as long:\n{told}")
            shutil.rmtree(folder / room, ignore_errors=True)
        return not done.returncode


def _can_compile() -> bool:
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    header = Path(sysconfig.get_path("include"), "Python.h")
    return not os.environ.get("GENERATOR_PURE") and header.exists() and shutil.which(compiler) is not None


def _place(path: Path) -> str:
    """Return where a file stands in the wheel: what the modules of a room share beside the packages."""
    return path.name if "__mypyc" in path.name else f"{PACKAGE}/{path.as_posix()}"


def main(folder: Path, rooms: list[str]) -> None:
    """Compile rooms into a folder, each into one of its name."""
    for room in rooms:
        work = folder.parent / "compiling" / room
        written = [str(path.relative_to(ROOT)) for path in modules(room)]
        for built in _libraries(room, written, work):
            top = next(p for p in built.parents if p.name in {"generator", "lib"})
            place = folder / built.relative_to(top)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(built, place)
        (folder / room / "sources").write_text(digest(room), encoding="utf-8")


def _libraries(room: str, written: list[str], work: Path) -> list[Path]:
    """Return the libraries of the modules, made below ``work``.

    Many small files of C take half the time of one large one. The compiler is made to go on where it
    suspects what cannot be: what mypyc writes is not ours to mend. The types of other rooms are not asked
    for: the libraries that theirs are of are not installed here.
    """
    from mypyc.build import mypycify  # noqa: PLC0415 - the hook asks pip for it
    from setuptools import Distribution  # noqa: PLC0415 - the same
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415 - the same

    extensions = mypycify(
        [
            "--config-file=",
            "--explicit-package-bases",
            "--ignore-missing-imports",
            "--follow-imports=silent",
            *written,
        ],
        target_dir=str(work),
        multi_file=True,
        opt_level="2",
        debug_level="0",
        group_name=f"briefing_generator_{room}",
    )
    for extension in extensions:
        extension.extra_compile_args = [a for a in extension.extra_compile_args if a != "-Werror"]
    command = build_ext(Distribution({"ext_modules": extensions}))
    command.build_lib, command.build_temp = str(work / "lib"), str(work / "o")
    command.parallel = os.cpu_count()
    command.ensure_finalized()
    command.run()
    return sorted(p for p in (work / "lib").rglob("*") if p.is_file())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
