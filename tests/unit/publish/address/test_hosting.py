from __future__ import annotations

from generator.publish.address.hosting import HEADERS, POLICY, SEARCH, SEARCH_POLICY, headers


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
    assert f"Content-Security-Policy: {SEARCH_POLICY}" in found["/*"]  # where nothing else is said
    assert "X-Content-Type-Options: nosniff" in found["/*"]
    for top in tops:
        assert found[top].count("Content-Security-Policy") == 1
        assert found[top].count("Cross-Origin-Opener-Policy") == 1
        assert (f"Content-Security-Policy: {POLICY}" in found[top]) == (top != "/search/*")
        assert ("same-origin-allow-popups" in found[top]) == (top == "/admin/*")
    assert "script-src 'self' 'wasm-unsafe-eval'; " in found["/search/*"]
    assert "connect-src 'self'; " in found["/search/*"]


def sources(policy: str) -> dict[str, set[str]]:
    rules = (rule.split() for rule in policy.split("; "))
    return {name: set(given) for name, *given in rules}


def test_the_policy_of_any_path_allows_all_that_those_beside_it_do() -> None:
    wide, strict = sources(SEARCH_POLICY), sources(POLICY)
    assert {name: given - wide[name] for name, given in strict.items() if given - wide[name]} == {}
    assert "unsafe-inline" not in SEARCH_POLICY


def test_a_wider_policy_stands_at_no_other_path() -> None:
    own = {"admin": {"Content-Security-Policy": "style-src 'unsafe-inline'"}, "search": SEARCH}
    found = blocks(headers(own, ["index.html"]))
    assert "Content-Security-Policy" not in found["/*"]
    assert [top for top, told in found.items() if "unsafe-inline" in told] == ["/admin/*"]
