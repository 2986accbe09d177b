"""The commands: what they are told, what they tell, how they exit.

0 fine, 1 the content has errors, 2 usage or configuration, 3 the engine or the disk failed. Nothing
that a command does not need is imported: ``build`` with nothing changed never loads the build.
"""

from __future__ import annotations

import argparse
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.model.diagnostic import BuildFailed, ConfigError, EngineError, GeneratorError, ThemeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse has no public name for it

FINE, CONTENT, USAGE, ENGINE = 0, 1, 2, 3
_KINDS = ("context", "dispute", "verified", "correction")  # of a note, as generator.forms.tables has them
_PORTS = 65_535
STOPPED = 130  # as shells say of a command that Ctrl-C ended
_STATUS: dict[type[GeneratorError], int] = {
    BuildFailed: CONTENT,
    ConfigError: USAGE,
    ThemeError: USAGE,
    EngineError: ENGINE,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; what argparse refuses is SystemExit, of status 2."""
    arguments = _parser().parse_args(argv)
    _spell_what_cannot_be_shown()
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except GeneratorError as error:
        return _failed(error)
    except KeyboardInterrupt:
        sys.stderr.write("\nstopped; site/ is as it was, or as the last whole file left it\n")
        return STOPPED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        _leave_pipe()
        return FINE
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _failed(EngineError(f"{place}{error.strerror or error}"))
    return status


def _failed(error: GeneratorError) -> int:
    """Tell why a command could not go on, and return its status."""
    from generator.telling import tell, tell_error  # noqa: PLC0415 - start-up

    tell(error.diagnostics)
    tell_error(str(error))
    return next((status for kind, status in _STATUS.items() if isinstance(error, kind)), ENGINE)


def _spell_what_cannot_be_shown() -> None:
    """Let a terminal that knows fewer letters than the reports show the others by number, and not fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _leave_pipe() -> None:
    """Let Python end without complaint; from its documentation of ``signal``, "Note on SIGPIPE"."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description="Make a briefing site of a folder of saved news reports.",
        epilog="Begin with: python -m generator init my-briefing\n"
        "Each command has a help of its own: python -m generator build --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"generator {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (
        _add_build,
        _add_check,
        _add_serve,
        _add_ingest,
        _add_inspect,
        _add_note,
        _add_init,
        _add_schema,
    ):
        add(commands)
    return parser


def _command(commands: Commands, name: str, does: str, example: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=does,
        description=f"{does[0].upper()}{does[1:]}.",
        epilog=f"Example: python -m generator {name} {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_build(commands: Commands) -> None:
    parser = _command(
        commands, "build", "make the site of content/", "--base-url https://news.example/affair/"
    )
    _of_content(parser)
    _of_build(parser)
    add = parser.add_argument
    add("--output", type=_path, metavar="DIR", help="where the site goes (default: site/ beside content/)")
    add("--clean", action="store_true", help="forget the cache first, and read everything anew")
    pdf = "make PDF files of the dossiers, too, whatever site.yaml says (needs the extra [pdf])"
    add("--pdf", action="store_true", help=pdf)
    parser.set_defaults(run=_build)


def _add_check(commands: Commands) -> None:
    does = "say all that build would say, and write nothing"
    parser = _command(commands, "check", does, "--format github")
    _of_content(parser)
    _of_build(parser)
    forms = ("text", "json", "github")
    parser.add_argument("--format", choices=forms, default="text", help="how it is told (default: text)")
    parser.set_defaults(run=_check)


def _add_serve(commands: Commands) -> None:
    does = "show the site in a browser on this machine, anew after each save; drafts too"
    parser = _command(commands, "serve", does, "--port 9000")
    _of_content(parser)
    _of_reading(parser)
    add = parser.add_argument
    add(
        "--port",
        type=_port,
        metavar="N",
        help="0: any that is free (default: 8000, or the next that is free)",
    )
    host = "where it can be reached (default: 127.0.0.1, from this machine alone)"
    add("--host", default="127.0.0.1", metavar="NAME", help=host)
    parser.set_defaults(run=_serve)


def _of_content(parser: argparse.ArgumentParser) -> None:
    does = "the folder of the briefing (default: content/)"
    parser.add_argument("--content", type=_path, default=Path("content"), metavar="DIR", help=does)


def _of_build(parser: argparse.ArgumentParser) -> None:
    """Add what build and check have in common."""
    _of_reading(parser)
    strict = "let warnings count as errors; then nothing is written"
    parser.add_argument("--strict", action="store_true", help=strict)


def _of_reading(parser: argparse.ArgumentParser) -> None:
    """Add what build, check and serve have in common."""
    add = parser.add_argument
    add("--theme", metavar="NAME|DIR", help="a theme by name or folder, whatever site.yaml says")
    add("--base-url", metavar="URL", help="the address of the site, whatever site.yaml says")
    workers = parser.add_mutually_exclusive_group()
    workers.add_argument("--workers", type=_count, metavar="N", help="work in N processes (1: in this one)")
    known = "inline (default), auto, processes:N, or package.module:factory"
    workers.add_argument("--executor", metavar="NAME", help=known)
    add("--no-cache", action="store_true", help="neither read nor keep what was worked out before")
    add("--cache", type=_path, metavar="DIR", help="where that is kept (default: .cache/ beside content/)")


def _add_ingest(commands: Commands) -> None:
    does = "turn saved reports into articles that you can edit"
    parser = _command(commands, "ingest", does, "saved/*.html --outlet 'The Courier'")
    add = parser.add_argument
    what = "saved reports, folders, patterns, web archives; none: all of content/sources/"
    add("paths", nargs="*", type=_path, metavar="FILE|DIR", help=what)
    _of_content(parser)
    add("--outlet", metavar="NAME", help="the outlet, where the file does not say it")
    add("--published", metavar="DATE", help="the day of publication, as 2015-10-08")
    add("--saved", metavar="DATE", help="the day when the files were saved, which tells the newer of two")
    add("--url", metavar="URL", help="the address it was saved from")
    parser.set_defaults(run=_ingest)


def _add_inspect(commands: Commands) -> None:
    parser = _command(commands, "inspect", "show what was understood of each file", "report.txt")
    add = parser.add_argument
    add("paths", nargs="+", type=_name, metavar="PATH", help="saved reports or articles, or folders of them")
    forms = "for people, or one JSON object a file (default: text)"
    add("--format", choices=("text", "jsonl"), default="text", help=forms)
    off = "off: take the file for the story alone (default: on)"
    add("--clean", choices=("on", "off"), default="on", help=off)
    wide = "letters of a line of text (default: as wide as the terminal)"
    add("--width", type=_letters, metavar="N", help=wide)
    parser.set_defaults(run=_inspect)


def _add_note(commands: Commands) -> None:
    does = "start a note at a passage of a report"
    parser = _command(commands, "note", does, "2015-10-08-courier-talks 'ready and able' --kind dispute")
    add = parser.add_argument
    add("article", metavar="ARTICLE", help="the report: its id, or its file in articles/ or sources/")
    add("words", metavar="WORDS", help="the words of the passage, as they stand in the report")
    add("--prefix", metavar="WORDS", help="what stands before them, where they stand in several places")
    add("--suffix", metavar="WORDS", help="what stands after them, where they stand in several places")
    kinds = "what the note does (default: context)"
    add("--kind", choices=_KINDS, default=_KINDS[0], help=kinds)
    add("--by", default="Desk", metavar="NAME", help="who writes (default: Desk)")
    add("--date", type=_day, metavar="DATE", help="the day of the note, as 2015-10-09")
    add("--text", metavar="MARKDOWN", help="the note itself, where you have it already")
    _of_content(parser)
    add("--no-cache", action="store_true", help="neither read nor keep what was worked out before")
    add("--cache", type=_path, metavar="DIR", help="where that is kept (default: .cache/ beside content/)")
    parser.set_defaults(run=_note)


def _add_init(commands: Commands) -> None:
    parser = _command(commands, "init", "start a new briefing in a folder", "my-briefing")
    what = "the folder; what lies there is left as it is"
    parser.add_argument("folder", type=_path, metavar="DIR", help=what)
    bare = "leave out the sample: its report, actors and note"
    parser.add_argument("--empty", action="store_true", help=bare)
    parser.set_defaults(run=_init)


def _add_schema(commands: Commands) -> None:
    does = "print the JSON Schema of what editors write"
    parser = _command(commands, "schema", does, "actor > actor.schema.json")
    forms = "front-matter (default), actor, person, note, page or site"
    parser.add_argument("form", nargs="?", default="front-matter", metavar="FORM", help=forms)
    parser.set_defaults(run=_schema)


def _path(text: str) -> Path:
    return Path(_name(text))


def _name(text: str) -> str:
    if not text or "\0" in text:  # of a script whose variable is empty; Path would take it for "."
        raise argparse.ArgumentTypeError(f"{text!r} is no name of a file or folder")
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _PORTS:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number up to {_PORTS}")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 or more")
    return int(text)


def _letters(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no width; give a number of letters")
    return int(text)


def _day(text: str) -> str:
    from generator.forms.plain import iso  # noqa: PLC0415 - start-up

    if (day := iso(text, moment=False)) is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2015-10-09")
    return day


def _build(arguments: argparse.Namespace) -> int:
    from generator.commands.build import build_command  # noqa: PLC0415 - start-up

    return build_command(arguments)


def _check(arguments: argparse.Namespace) -> int:
    from generator.commands.check import check_command  # noqa: PLC0415 - start-up

    return check_command(arguments)


def _serve(arguments: argparse.Namespace) -> int:
    from generator.commands.serve import serve_command  # noqa: PLC0415 - start-up

    return serve_command(arguments)


def _ingest(arguments: argparse.Namespace) -> int:
    from generator.commands.ingest import ingest_command  # noqa: PLC0415 - start-up

    return ingest_command(arguments)


def _inspect(arguments: argparse.Namespace) -> int:
    from generator.commands.inspect import inspect_command  # noqa: PLC0415 - start-up

    return inspect_command(arguments)


def _init(arguments: argparse.Namespace) -> int:
    from generator.commands.init import init_command  # noqa: PLC0415 - start-up

    return init_command(arguments)


def _note(arguments: argparse.Namespace) -> int:
    from generator.commands.note import note_command  # noqa: PLC0415 - start-up

    return note_command(arguments)


def _schema(arguments: argparse.Namespace) -> int:
    from generator.commands.schema import schema_command  # noqa: PLC0415 - start-up

    return schema_command(arguments)
