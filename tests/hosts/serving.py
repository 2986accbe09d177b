"""Servers that are set up as README says, with a site at their top or below a path."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.installed import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PATIENCE = 15  # seconds until a server answers
NGINX = """\
daemon off;
{user}
pid {folder}/nginx.pid;
error_log stderr;
events {{}}
http {{
include /etc/nginx/mime.types;
access_log off;
{paths}
{server}
}}
"""
PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")  # where nginx would keep what it never has


@dataclass(frozen=True)
class Answer:
    """What a server says to one address."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Host:
    """A server with the site below ``base``; ``secure`` where it was told to send the headers."""

    port: int
    base: str
    secure: bool
    site: Path

    def get(self, path: str) -> Answer:
        """Fetch one address."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, response.read())
        finally:
            connection.close()


def _block(language: str) -> str:
    """Return the one block of README in a language."""
    (block,) = re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return str(block)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _python(site: Path, folder: Path, port: int, base: str) -> list[str]:  # noqa: ARG001 - one form for all
    address = ["--bind", "127.0.0.1", str(port)]
    return [sys.executable, "-m", "http.server", *address, "--directory", str(site)]


def _nginx(site: Path, folder: Path, port: int, base: str) -> list[str]:
    server = _set_up("nginx", site, base).replace("listen 80;", f"listen 127.0.0.1:{port};")
    paths = "\n".join(f"{name}_temp_path {folder}/{name};" for name in PATHS)
    user = "" if os.geteuid() else "user root;"  # else it could not look into the folders of the tests
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, paths=paths, server=server, user=user))
    return [program("nginx"), "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _caddy(site: Path, folder: Path, port: int, base: str) -> list[str]:
    server = _set_up("caddy", site, base).replace("briefing.example {", f"http://127.0.0.1:{port} {{")
    config = folder / "Caddyfile"
    config.write_text(f"{{\n\tadmin off\n}}\n{server}")
    return [program("caddy"), "run", "--config", str(config), "--adapter", "caddyfile"]


def _set_up(language: str, site: Path, base: str) -> str:
    """Return the lines of README for a site, which name its place before /search/ and /404.html."""
    lines = _block(language).replace("/srv/briefing/site", str(site))
    return lines.replace("/search/", f"{base}search/").replace("/404.html", f"{base}404.html")


SERVERS: dict[str, tuple[Callable[[Path, Path, int, str], list[str]], bool]] = {  # told to send the headers?
    "python": (_python, False),
    "nginx": (_nginx, True),
    "caddy": (_caddy, True),
}


@contextmanager
def serving(name: str, site: Path, folder: Path, base: str = "/") -> Iterator[Host]:
    """Serve a site by the server of that name, below ``base``, out of a folder of its own."""
    command, secure = SERVERS[name]
    port = _free_port()
    top = site
    if base != "/":
        top = folder / "below"
        shutil.copytree(site, top / base.strip("/"))
    with _running(command(top, folder, port, base), folder, port):
        yield Host(port, base, secure, site)


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    log = folder / "log"
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, env=environment) as server:
        try:
            for _ in range(PATIENCE * 20):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                if server.poll() is not None:
                    break
                time.sleep(0.05)
            else:
                pytest.fail("the server does not answer")
            if server.poll() is not None:
                pytest.fail(log.read_text(encoding="utf-8", errors="replace"))
            yield
        finally:
            server.terminate()
