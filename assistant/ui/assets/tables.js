// Tables sort by a click on a heading: numbers as numbers, the rest as Chinese is read.
const order = new Intl.Collator("zh-CN", { numeric: true });

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-sort]");
  if (!button) return;
  const head = button.closest("th");
  const body = head.closest("table").tBodies[0];
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const text = (row) => row.cells[head.cellIndex].textContent.trim();
  const rows = [...body.rows].sort((a, b) => {
    if (!text(a) || !text(b)) return text(a) ? -1 : text(b) ? 1 : 0;
    return order.compare(text(a), text(b)) * (down ? -1 : 1);
  });
  body.append(...rows);
});

document.addEventListener("reset", (event) => {
  if (event.target.matches?.("form[data-eager]")) setTimeout(() => event.target.requestSubmit());
});
