/* Searches the words of all pages with Pagefind, which lies beside the search page and is fetched when
   somebody begins to search. Where it cannot run (from disk, under another policy, in an old browser) the
   index of the page is searched instead, and it is said. */
(() => {
  "use strict";
  const { engine, other } = document.currentScript.dataset;
  const form = document.querySelector("form.search");
  const { q: field } = form.elements;
  const narrows = [...form.querySelectorAll("select")];
  const count = form.querySelector("output");
  const found = document.querySelector(".found");
  const list = found.querySelector("ol");
  const further = found.querySelector(".further");
  const lists = [...document.querySelectorAll("main section:not(.found), main .tabs")];
  const root = document.querySelector(".site a").href.replace(/index\.html$/, "");
  const AT_ONCE = 20;
  let loading, lesser = false, turn = 0, rest = [];

  const load = () => loading ??= import(new URL(engine, document.baseURI)).then(async (made) => {
    await made.init();
    return made;
  });
  const make = (name, kind, words) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (words) made.append(words);
    return made;
  };
  /* Words in another language than the page's say so; in which direction they run they tell by themselves. */
  const spoken = (made, language) => {
    if (language) Object.assign(made, { lang: language, dir: "auto" });
    return made;
  };
  /* Where a record stands: one of a part of a page is named after its anchor. */
  const address = (path) => {
    const parts = path.split("/").filter(Boolean).map(encodeURIComponent);
    const last = parts.pop();
    const part = last === "index.html" ? "" : `#${last.replace(/\.html$/, "")}`;
    return `${root}${[...parts, "index.html"].join("/")}${part}`;
  };
  const named = (name, values) => {
    const options = [...form.elements[name].options];
    return (values ?? []).map((value) => options.find((option) => option.value === value)?.text ?? value);
  };
  /* Pagefind marks the words that were looked for in a text in which every other "<" is written out. */
  const marked = (excerpt, language) => {
    const part = spoken(make("p", "part"), language);
    excerpt.split(/<\/?mark>/).forEach((piece, n) => { // every second one is marked
      const words = piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
      if (n % 2 === 0) return part.append(words);
      const [, before, word, after] = words.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
      part.append(before, make("mark", "", word), after);
    });
    return part;
  };
  const entry = ({ raw_url: path, meta, filters, excerpt }) => {
    const row = make("li");
    const link = spoken(make("a", "", meta.title), meta.lang);
    const outlets = named("outlet", filters.outlet);
    const about = [
      ...named("kind", filters.kind), meta.by, outlets.slice(0, 3).join(", ") + (outlets.length > 3 ? " …" : ""),
      ...named("day", filters.day),
    ];
    link.href = address(path);
    const title = make("p", "title");
    title.append(link);
    row.append(make("p", "kicker", about.filter(Boolean).join(" · ")), title);
    if (excerpt.replace(/<\/?mark>/g, "") !== `${meta.title}.`) row.append(marked(excerpt, meta.of));
    return row;
  };
  const more = async (now, focused) => {
    const shown = await Promise.all(rest.splice(0, AT_ONCE).map((result) => result.data()));
    if (now !== turn) return;
    const rows = shown.map(entry);
    list.append(...rows);
    further.parentElement.hidden = !rest.length;
    if (focused) rows[0]?.querySelector("a").focus();
  };
  const less = () => {
    lesser = true;
    form.querySelector(".narrow").remove();
    form.querySelector(".lesser").hidden = false;
    found.remove();
    const script = make("script");
    script.src = other;
    document.head.append(script);
  };

  /* For a word that stands nowhere Pagefind takes the longest beginning of it that does, so that "nowhere" finds
     "no". What was looked for is to be found: one result tells it for all, for each has every word. */
  const folded = (text) => text.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const meant = async (q, first) => {
    if (!q || !first) return true;
    const { raw_content: text, locations, meta } = await first.data();
    const words = text.split(/[\s\u200b]+/);
    const hits = [...locations.map((at) => words[at] ?? ""), ...`${meta.title} ${meta.by ?? ""}`.split(" ")].map(folded);
    return q.split(/\s+/).map(folded).every((term) => {
      const half = Math.max(2, Math.ceil(term.length / 2)); // "allies" and "ally" have that in common
      const parts = Array.from({ length: Math.max(1, term.length - half + 1) }, (_, n) => term.slice(n, n + half));
      return hits.some((hit) => parts.some((part) => hit.includes(part)));
    });
  };

  const wanted = () => Object.fromEntries(
    [field, ...narrows].map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value));
  const show = async () => {
    const { q = null, ...filters } = wanted();
    const now = ++turn;
    const looking = q !== null || Object.keys(filters).length > 0;
    if (!looking) {
      for (const part of lists) part.hidden = false;
      found.hidden = true;
      count.value = "";
      return;
    }
    let results;
    try {
      ({ results } = await (await load()).search(q, { filters }));
      if (!await meant(q, results[0])) results = [];
    } catch {
      if (!lesser) less();
      return;
    }
    if (now !== turn) return;
    rest = results;
    for (const part of lists) part.hidden = true;
    list.replaceChildren();
    const n = results.length;
    await more(now);
    if (now !== turn) return;
    found.hidden = !n;
    count.value = n === 1 ? form.dataset.one
      : n ? form.dataset.many.replace("%n", n.toLocaleString(document.documentElement.lang))
      : form.dataset.none;
  };
  const remember = () => {
    const query = new URLSearchParams(wanted()).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  const asked = new URLSearchParams(location.search);
  for (const control of [field, ...narrows]) control.value = asked.get(control.name) ?? "";
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 150);
  });
  form.addEventListener("focusin", () => load().catch(() => lesser || less()), { once: true });
  form.addEventListener("change", ({ target }) => {
    if (lesser) return;
    remember();
    if (target !== field) show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (lesser) return;
    remember();
    field.select();
  });
  further.addEventListener("click", () => more(turn, true));
  if (Object.keys(wanted()).length) show();
})();
