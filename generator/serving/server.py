"""The server of the preview: the standard library's, for one desk; pages come from memory."""

from __future__ import annotations

import socket
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from generator import __version__
from generator.model.diagnostic import ConfigError, GeneratorError
from generator.serving.answers import EVENTS, Answer, allowed, answer, clean, path_at, seen, wrong

if TYPE_CHECKING:
    from generator.serving.preview import Preview, State

_PING = 15.0  # seconds after which a browser that is told nothing is told so, for it may be gone
_TRIED = 20  # ports behind the usual one


class Server(ThreadingHTTPServer):
    """A server of one preview; ``named`` is the host that it was told to be."""

    daemon_threads = True

    def __init__(self, place: tuple[str, int], preview: Preview) -> None:
        """Bind to a place; OSError where that cannot be."""
        self.preview = preview
        self.named = place[0]
        self.address_family = socket.AF_INET6 if ":" in place[0] else socket.AF_INET
        super().__init__(place, _Handler)

    def handle_error(self, *_of: object) -> None:
        """Pass over a browser that went away."""


def open_server(preview: Preview, host: str, port: int | None) -> Server:
    """Bind to a port: the one asked for, else 8000 or the next that is free; ConfigError where none is."""
    ports = range(8000, 8000 + _TRIED) if port is None else (port,)
    failed: OSError | None = None
    for each in ports:
        try:
            return Server((host, each), preview)
        except (OSError, OverflowError) as error:
            failed = error if isinstance(error, OSError) else OSError(str(error))
    tried = f"port {ports[0]}" if port is not None else f"the ports {ports[0]} to {ports[-1]}"
    why = failed.strerror or str(failed) if failed else ""
    raise ConfigError(f"cannot serve at {host}, {tried}: {why}; give another with --port, or 0 for any")


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = f"generator/{__version__}"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a file, or go on telling what changes."""
        if not self._may_ask():
            return
        if urlsplit(self.path).path == EVENTS:
            self._tell()
        else:
            self._answer(answer(self.server.preview.state, self.path, self.headers.get("If-None-Match", "")))

    def do_HEAD(self) -> None:
        """Answer as to GET, without the file."""
        if self._may_ask():
            self._answer(answer(self.server.preview.state, self.path, self.headers.get("If-None-Match", "")))

    def do_POST(self) -> None:
        """Refuse what would change something."""
        self.close_connection = True  # what was sent is not read
        headers = {"Allow": "GET, HEAD", "Content-Type": "text/plain", "Connection": "close"}
        self._answer(Answer(HTTPStatus.METHOD_NOT_ALLOWED, b"This preview is for reading.\n", headers))

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST  # noqa: N815 - the same

    def log_message(self, *_of: object) -> None:
        """Say nothing: the terminal is for what is wrong."""

    def _may_ask(self) -> bool:
        if allowed(self.headers.get("Host"), self.server.named):
            return True
        words = b"This preview is not served under that name.\n"
        self._answer(Answer(HTTPStatus.MISDIRECTED_REQUEST, words, {"Content-Type": "text/plain"}))
        return False

    def _answer(self, made: Answer) -> None:
        self.send_response(made.status)
        for name, value in made.headers.items():
            self.send_header(name, value)
        if made.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(made.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(made.body)

    def _tell(self) -> None:
        """Tell a page when it is no more what it was, and what is wrong (WHATWG HTML, 9.2)."""
        asked = parse_qs(urlsplit(self.path).query)
        page, shown = clean(asked.get("page", ["/"])[0]) or "/", asked.get("seen", [""])[0]
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        preview = self.server.preview
        with preview.viewing(path_at(preview.state, page)), suppress(OSError):  # the browser went away
            said = ""
            for state in preview.states(_PING):
                if state is None:
                    self._send(": nothing new")
                    continue
                if (faults := wrong(state)) != said:
                    said = faults
                    self._send(f"event: told\ndata: {faults}")
                if now := _other(state, page, shown):
                    shown = now
                    self._send("event: page\ndata: new")

    def _send(self, event: str) -> None:
        self.wfile.write(f"{event}\n\n".encode())
        self.wfile.flush()


def _other(state: State, page: str, shown: str) -> str:
    """Return the digest of a page that is other than a browser shows it; "" also where none can be made."""
    try:
        body = state.get(path_at(state, page))
    except GeneratorError:
        return ""
    return "" if body is None or seen(body) == shown else seen(body)
