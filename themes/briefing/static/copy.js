/* Copies what a page offers to be copied: a button beside each citation, made here so that none stands there
   dead, and the address of a ¶ when it is followed. Where the browser lets nobody copy, the text is selected. */
(() => {
  "use strict";
  const { copy, copied, selected } = document.currentScript.dataset;
  const said = document.createElement("p");
  said.className = "aloud";
  said.setAttribute("aria-live", "polite");
  document.body.append(said);
  const tell = (words) => {
    said.textContent = "";
    requestAnimationFrame(() => { said.textContent = words; });
  };
  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  };

  for (const box of document.querySelectorAll(".to-copy")) {
    const source = box.firstElementChild;
    const button = document.createElement("button");
    const what = document.createElement("span");
    const label = document.createTextNode(copy);
    button.type = "button";
    what.className = "aloud";
    what.textContent = ` ${box.dataset.what}`;
    button.append(label, what);
    box.append(button);
    button.addEventListener("click", async () => {
      const text = source.matches("pre") ? source.textContent : source.textContent.replace(/\s+/g, " ").trim();
      const done = await write(text);
      if (!done) getSelection().selectAllChildren(source);
      label.data = done ? copied : selected;
      tell(label.data);
    });
  }
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a.permalink");
    if (link && await write(link.href)) tell(copied);
  });
})();
