
"use strict";
(() => {
  const table = document.querySelector("#metrics table");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const line = document.querySelector("#filter");
  const [field, count] = [line.querySelector("input"), line.querySelector("output")];
  const alphabet = new Intl.Collator("zh-CN", { numeric: true });

  function filter() {
    const words = field.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    count.value = `${rows.filter((row) => !row.hidden).length} / ${rows.length}`;
  }

  function compare(one, other) {
    const keys = [one.dataset.key, other.dataset.key];
    return keys.includes(undefined)
      ? alphabet.compare(one.textContent, other.textContent)
      : keys[0] - keys[1];
  }

  function sort(head) {
    const descending = head.getAttribute("aria-sort") === "ascending";
    for (const each of heads) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const column = heads.indexOf(head);
    const empty = (row) => row.cells[column].textContent === "";
    body.append(...rows.sort((one, other) =>
      empty(one) - empty(other)  // What has no value stands last either way.
      || (descending ? -1 : 1) * compare(one.cells[column], other.cells[column])
    ));
  }

  function showTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.hidden) return;
    field.value = "";
    filter();
    target.scrollIntoView();
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head));
    head.append(button);
  }
  field.addEventListener("input", filter);
  addEventListener("hashchange", showTarget);
  line.hidden = false;
  filter();
})();
