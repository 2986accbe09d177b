from __future__ import annotations

from generator.publish.address.hosting import HEADERS, POLICY, SEARCH, headers


def blocks(told: str) -> dict[str, str]:
    return {b.split("\n")[0]: b for b in told.replace("\n/", "\n\n/").strip().split("\n\n")}


def test_where_all_pages_are_alike_every_header_stands_once() -> None:
    found = blocks(headers({}, ["index.html", "search/index.html"]))
    assert list(found) == ["/*"]
    assert all(f"  {name}: {value}" in found["/*"] for name, value in HEADERS)


def test_every_path_has_one_policy() -> None:
    own = {"admin": {"Cross-Origin-Opener-Policy": "same-origin-allow-popups"}, "search": SEARCH}
    paths = ["index.html", "articles/a/index.html", "feed.xml", "admin/index.html", "search/pagefind/x.js"]
    found = blocks(headers(own, paths))
    tops = ["/", "/admin/*", "/articles/*", "/feed.xml", "/index.html", "/search/*"]
    assert list(found) == ["/*", *tops]
    assert "Content-Security-Policy" not in found["/*"]
    assert "X-Content-Type-Options: nosniff" in found["/*"]
    for top in tops:
        assert found[top].count("Content-Security-Policy") == 1
        assert found[top].count("Cross-Origin-Opener-Policy") == 1
        assert (f"Content-Security-Policy: {POLICY}" in found[top]) == (top != "/search/*")
        assert ("same-origin-allow-popups" in found[top]) == (top == "/admin/*")
    assert "script-src 'self' 'wasm-unsafe-eval'; " in found["/search/*"]
    assert "connect-src 'self'; " in found["/search/*"]
