"""The commands: what they are told, what they tell, how they exit.

0 fine, 1 the content has errors, 2 usage or configuration, 3 the engine or the disk failed. Nothing
that a command does not need is imported: ``build`` with nothing changed never loads the build.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import __version__
from generator.model.diagnostic import BuildFailed, ConfigError, EngineError, GeneratorError, ThemeError

FINE, CONTENT, USAGE, ENGINE = 0, 1, 2, 3
_STATUS: dict[type[GeneratorError], int] = {
    BuildFailed: CONTENT,
    ConfigError: USAGE,
    ThemeError: USAGE,
    EngineError: ENGINE,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except GeneratorError as error:
        from generator.telling import tell, tell_error  # noqa: PLC0415 - start-up

        tell(error.diagnostics)
        tell_error(str(error))
        return next((status for kind, status in _STATUS.items() if isinstance(error, kind)), ENGINE)
    except KeyboardInterrupt:
        sys.stderr.write("\nstopped; site/ is as it was, or as the last whole file left it\n")
        return 130
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        return FINE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description="Make a briefing site of a folder of saved news reports.",
        epilog="Begin with: python -m generator init my-briefing",
    )
    parser.add_argument("--version", action="version", version=f"generator {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_build(commands)
    _add_check(commands)
    _add_ingest(commands)
    _add_inspect(commands)
    _add_init(commands)
    _add_schema(commands)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for it


def _command(commands: Commands[argparse.ArgumentParser], name: str, does: str, example: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=f"Example: {example}")


def _add_build(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "build", "make the site of content/", "python -m generator build --base-url https://news.example/affair/")
    _of_content(parser)
    parser.add_argument("--output", type=Path, metavar="DIR", help="where the site goes (default: site/ beside content/)")
    parser.add_argument("--clean", action="store_true", help="forget the cache first, and read everything anew")
    parser.set_defaults(run=_build)


def _add_check(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "check", "say all that build would say, and write nothing", "python -m generator check --format github")
    _of_content(parser)
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="how it is told (default: text)")
    parser.set_defaults(run=_check)


def _of_content(parser: argparse.ArgumentParser) -> None:
    """Add what build and check have in common."""
    add = parser.add_argument
    add("--content", type=Path, default=Path("content"), metavar="DIR", help="the folder of the briefing (default: content/)")
    add("--theme", metavar="NAME|DIR", help="a theme by name or folder, whatever site.yaml says")
    add("--base-url", metavar="URL", help="the address of the site, whatever site.yaml says")
    workers = parser.add_mutually_exclusive_group()
    workers.add_argument("--workers", type=_count, metavar="N", help="work in N processes (1: in this one)")
    workers.add_argument("--executor", metavar="NAME", help="inline (default), auto, processes:N, or package.module:factory")
    add("--strict", action="store_true", help="let warnings count as errors; then nothing is written")
    add("--no-cache", action="store_true", help="neither read nor keep what was worked out before")
    add("--cache", type=Path, metavar="DIR", help="where that is kept (default: .cache/ beside content/)")


def _add_ingest(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "ingest", "turn saved reports into articles that you can edit", "python -m generator ingest saved/*.html --outlet 'The Courier'")
    parser.add_argument("paths", nargs="*", type=Path, metavar="FILE|DIR", help="saved reports; none: all of content/sources/")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the folder of the briefing (default: content/)")
    parser.add_argument("--outlet", metavar="NAME", help="the outlet, where the file does not say it")
    parser.add_argument("--published", metavar="DATE", help="the day of publication, as 2015-10-08")
    parser.add_argument("--url", metavar="URL", help="the address it was saved from")
    parser.set_defaults(run=_ingest)


def _add_inspect(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "inspect", "show what was understood of each file", "python -m generator inspect report.txt")
    parser.add_argument("paths", nargs="+", metavar="PATH", help="saved reports or articles, of any folder")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="for people, or one JSON object a file")
    parser.add_argument("--clean", choices=("on", "off"), default="on", help="off: take the file for the story alone")
    parser.set_defaults(run=_inspect)


def _add_init(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "init", "start a new briefing in a folder", "python -m generator init my-briefing")
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder; what lies there is left as it is")
    parser.set_defaults(run=_init)


def _add_schema(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "schema", "print the JSON Schema of what editors write", "python -m generator schema actor > actor.schema.json")
    parser.add_argument("form", nargs="?", default="front-matter", help="front-matter (default), actor, person, note, page or site")
    parser.set_defaults(run=_schema)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 or more")
    return int(text)


def _build(arguments: argparse.Namespace) -> int:
    from generator.commands.build import build_command  # noqa: PLC0415 - start-up

    return build_command(arguments)


def _check(arguments: argparse.Namespace) -> int:
    from generator.commands.build import check_command  # noqa: PLC0415 - start-up

    return check_command(arguments)


def _ingest(arguments: argparse.Namespace) -> int:
    from generator.commands.ingest import ingest_command  # noqa: PLC0415 - start-up

    return ingest_command(arguments)


def _inspect(arguments: argparse.Namespace) -> int:
    from generator.commands.inspect import inspect_command  # noqa: PLC0415 - start-up

    return inspect_command(arguments)


def _init(arguments: argparse.Namespace) -> int:
    from generator.commands.init import init_command  # noqa: PLC0415 - start-up

    return init_command(arguments)


def _schema(arguments: argparse.Namespace) -> int:
    from generator.commands.schema import schema_command  # noqa: PLC0415 - start-up

    return schema_command(arguments)
