// Marks in an answer lead to their clause; an opened context scrolls to its quote.
document.documentElement.lang = "zh-CN";

document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest('a[href*="#zw-cite-"]');
  if (!link) return;
  event.preventDefault();
  const id = link.getAttribute("href").split("#")[1];
  // The click also selects the answer, and its clauses may have to be shown first.
  setTimeout(() => {
    const target = document.getElementById(id);
    if (!target) return;
    const card = target.closest(".zw-card");
    card.scrollIntoView({ block: "nearest" });
    card.classList.remove("zw-flash");
    void card.offsetWidth;
    card.classList.add("zw-flash");
  }, 250);
}, true);

document.addEventListener("toggle", (event) => {
  if (!event.target.matches || !event.target.matches("details.zw-context[open]")) return;
  const text = event.target.querySelector(".zw-text");
  const mark = text && text.querySelector("mark");
  if (mark) text.scrollTop = mark.offsetTop - text.offsetTop - text.clientHeight / 3;
}, true);
