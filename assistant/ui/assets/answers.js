// The question box, and what stands below an answer.
const box = () => document.getElementById("zw-question");

document.addEventListener("keydown", (event) => {
  if (event.target.id !== "zw-question" || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
const grow = () => {
  const area = box();
  if (!area) return;
  area.style.height = "auto";
  area.style.height = `${Math.min(area.scrollHeight + 2, 180)}px`;
};
document.addEventListener("input", (event) => { if (event.target.id === "zw-question") grow(); });

// While an answer is being made, another question waits in the box.
document.addEventListener("zw", (event) => {
  if (event.detail.do !== "ask") return;
  if (document.querySelector("#zw-live [data-busy]")) {
    event.stopImmediatePropagation();
    window.zhengwen.say("上一个问题还在回答，请稍候。");
    return;
  }
  if (event.detail.question === box()?.value) { box().value = ""; grow(); }
}, true);

let restored = null;
let working = false;
new MutationObserver(() => {
  const refused = document.querySelector("#zw-live [data-restore]");
  if (refused && refused !== restored && box() && !box().value) {
    box().value = refused.dataset.restore;
    grow();
  }
  restored = refused;
  const busy = document.querySelector("#zw-live [data-busy]");
  if (busy && !working) busy.closest(".zw-turn").scrollIntoView({ block: "nearest" });
  if (!busy && working && !refused) {
    const turns = document.querySelectorAll("#zw-log .zw-turn");
    turns[turns.length - 1]?.scrollIntoView({ block: "start" });
  }
  working = Boolean(busy);
}).observe(document.documentElement, { childList: true, subtree: true });

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-opens]");
  if (!opener) return;
  const form = document.getElementById(opener.dataset.opens);
  form.hidden = !form.hidden;
  opener.setAttribute("aria-expanded", String(!form.hidden));
  if (!form.hidden) form.querySelector("textarea, input")?.focus();
});
document.addEventListener("click", (event) => {
  const skip = event.target.closest?.(".zw-skip");
  if (!skip) return;
  event.preventDefault();
  window.zhengwen.openTab("ask");
  setTimeout(() => box()?.focus());
});
