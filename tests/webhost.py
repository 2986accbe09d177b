"""A host of a site for browsers, which go away when they have seen enough."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Host(ThreadingHTTPServer):
    """A server that passes over a browser that went away, and prints every other fault."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Print what went wrong, unless nobody was there any more to be answered."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # as it came


@contextmanager
def hosted(site: Path, handler: type[SimpleHTTPRequestHandler]) -> Iterator[str]:
    """Serve a folder; give the address of its top, without a slash."""
    with Host(("127.0.0.1", 0), partial(handler, directory=str(site))) as server:
        worker = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        worker.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            worker.join()
