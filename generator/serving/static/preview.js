// Added by `serve` alone: shows the page anew when it has changed, and what is wrong until it is mended.
(() => {
  "use strict";
  const script = document.currentScript;
  const query = new URLSearchParams({ page: location.pathname, seen: script.dataset.seen });
  const events = new EventSource(`/-/events?${query}`);
  events.addEventListener("page", () => location.reload());
  events.addEventListener("told", (event) => {
    document.getElementById("preview-told")?.remove();
    const told = JSON.parse(event.data);
    if (told.errors.length === 0) return;
    const box = document.createElement("section");
    box.id = "preview-told";
    box.setAttribute("role", "alert");
    const head = document.createElement("p");
    head.textContent = told.head;
    box.append(head);
    for (const error of told.errors) {
      const block = document.createElement("pre");
      block.textContent = error;
      box.append(block);
    }
    document.body.append(box);
  });
  // A page that is kept while another is shown must not hold its connection.
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
})();
