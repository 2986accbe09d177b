"""The host of the tests says nothing of a browser that went away, and prints what is a fault."""

from __future__ import annotations

import socket
import struct
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from urllib.parse import urlsplit

import pytest

from tests.webhost import Host, hosted

_LARGE = 20_000_000  # bytes, more than waits between two programs


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Say nothing."""


class Faulty(Quiet):
    def do_GET(self) -> None:
        raise KeyError("of the test")


def ask(address: str, path: str, heard: int) -> None:
    """Ask for a file, hear some of it, and go away without a word."""
    split = urlsplit(address)
    with socket.create_connection((split.hostname, split.port)) as browser:
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        browser.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        browser.recv(heard)


@pytest.fixture
def handled(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Return what is set when the server has dealt with a fault."""
    seen, usual = Event(), Host.handle_error

    def handle(server: Host, request: object, address: object) -> None:
        usual(server, request, address)
        seen.set()

    monkeypatch.setattr(Host, "handle_error", handle)
    return seen


@pytest.mark.parametrize(("handler", "said"), [(Quiet, ""), (Faulty, "KeyError: 'of the test'")])
def test_only_a_fault_is_printed(
    handler: type[Quiet], said: str, handled: Event, capsys: pytest.CaptureFixture[str]
) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "large").write_bytes(b"x" * _LARGE)
        with hosted(Path(folder), handler) as address:
            ask(address, "/large", 10)
            assert handled.wait(20)
    err = capsys.readouterr().err
    assert said in err if said else not err
