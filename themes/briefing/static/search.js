/* Searches the index of the page it stands on: shows the entries that have all the words looked for, however
   they are accented, each as the beginning of a word. The entries are in the page, so that it can be read
   without this; nothing is fetched. */
(() => {
  "use strict";
  const form = document.querySelector("form.search");
  const field = form.elements.q;
  const count = form.querySelector("output");
  const folded = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ı/g, "i").toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const sections = [...document.querySelectorAll("main section")].map((section) => ({
    section,
    entries: [...section.querySelectorAll("li")].map((row) => ({ row, text: ` ${folded(row.textContent)}` })),
  }));

  const show = () => {
    const wanted = folded(field.value).split(" ").filter(Boolean).map((word) => ` ${word}`);
    let found = 0;
    for (const { section, entries } of sections) {
      let here = 0;
      for (const { row, text } of entries) {
        const fits = wanted.every((word) => text.includes(word));
        row.hidden = !fits;
        here += fits;
      }
      section.hidden = !here;
      found += here;
    }
    count.value = !wanted.length ? "" : found === 1 ? form.dataset.one
      : found ? form.dataset.many.replace("%n", found.toLocaleString(document.documentElement.lang))
      : form.dataset.none;
  };
  const remember = () => {
    const query = new URLSearchParams(field.value.trim() ? { q: field.value.trim() } : {}).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  field.value ||= new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", show);
  field.addEventListener("change", remember);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    field.select();
  });
  if (field.value) show();
})();
