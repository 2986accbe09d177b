"""What a host is told of the site's pages: the headers, in the form of a _headers file.

Hosts join what several blocks say of one path, and of two policies both hold. So where some pages need a
policy of their own the strict one stands at each path from the top but theirs. What is at no path, as the
page of an address that is not there, then has the policy of the search, which is at ``/*``: where another
stands beside it the narrower holds. It cannot where the page for editors has one that is wider still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_POLICY: Final = "Content-Security-Policy"
_OPENER: Final = "Cross-Origin-Opener-Policy"

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = (
    (_POLICY, POLICY),
    (_OPENER, "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-site"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), interest-cohort=(), microphone=(), payment=(), usb=()",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)
# Below search/ where all words can be searched: that is WebAssembly, and fetches parts of its index.
SEARCH_POLICY: Final = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'").replace(
    "; base-uri", "; connect-src 'self'; base-uri"
)
SEARCH: Final = {_POLICY: SEARCH_POLICY}


def headers(own: Mapping[str, Mapping[str, str]], paths: Iterable[str] = ()) -> str:
    """Return the headers of a site with files at ``paths``; ``own`` are those of a folder at its top."""
    if not own:
        return "\n".join(["/*", *(f"  {name}: {value}" for name, value in HEADERS), ""])
    apart = {name for given in own.values() for name in given}
    strict = {name: value for name, value in HEADERS if name in apart}
    tops = {path.partition("/")[0] + "/*" * ("/" in path) for path in paths}
    policies = {given.get(_POLICY, POLICY) for given in own.values()}
    anywhere = {_POLICY: SEARCH_POLICY} if policies <= {POLICY, SEARCH_POLICY} else {}
    general = {**anywhere, **{name: value for name, value in HEADERS if name not in apart}}
    lines = ["/*", *(f"  {name}: {value}" for name, value in general.items())]
    for top in ("", *sorted(tops | {f"{folder}/*" for folder in own})):
        given = {**strict, **own.get(top.removesuffix("/*"), {})}
        lines += [f"/{top}", *(f"  {name}: {value}" for name, value in given.items())]
    return "\n".join([*lines, ""])
