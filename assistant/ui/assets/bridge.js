// Forms and buttons with data-do tell the panel around them what was done; tabs have addresses.
const fieldsOf = (form) => Object.fromEntries(
  [...new FormData(form)].filter(([, value]) => typeof value === "string")
);
const tell = (element, detail) =>
  element.dispatchEvent(new CustomEvent("zw", { bubbles: true, detail }));
window.zhengwen.tell = tell;
window.zhengwen.fieldsOf = fieldsOf;

let focused = "";
document.addEventListener("submit", (event) => {
  const form = event.target.closest?.("form[data-do]");
  if (!form) return;
  event.preventDefault();
  if (!form.reportValidity()) return;
  focused = event.submitter?.id || "";
  const beside = form.dataset.with && document.getElementById(form.dataset.with);
  tell(form, {
    ...(beside ? fieldsOf(beside) : {}), ...fieldsOf(form), ...form.dataset, ...event.submitter?.dataset,
  });
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-do]");
  if (!button || (button.type === "submit" && button.form)) return;
  if (button.dataset.confirm && !confirm(button.dataset.confirm)) return;
  focused = button.id;
  const form = button.dataset.with && document.getElementById(button.dataset.with);
  tell(button, { ...(form ? fieldsOf(form) : {}), ...button.dataset });
});

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-eager]");
  if (form && event.target.matches("select, input[type=date], input[type=checkbox]"))
    form.requestSubmit();
});

// A panel that is filled anew takes the focus along with what it held.
new MutationObserver(() => {
  if (focused && document.activeElement === document.body) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
}).observe(document.documentElement, { childList: true, subtree: true });
document.addEventListener("focusin", (event) => { if (event.target.id !== focused) focused = ""; });

const openTab = (name) => document.getElementById(`zw-tab-${name}-button`)?.click();
window.zhengwen.openTab = openTab;
document.addEventListener("click", (event) => {
  const tab = event.target.closest?.("button[role=tab][id^=zw-tab-]");
  if (!tab) return;
  const name = tab.id.slice("zw-tab-".length, -"-button".length);
  const query = name === "clauses" ? location.search : "";
  history.replaceState(null, "", `/${query}#${name}`);
});
window.addEventListener("hashchange", () => openTab(location.hash.slice(1)));

// The tab that the address names, as soon as the page is there.
const arrive = new MutationObserver(() => {
  if (!document.getElementById("zw-tab-ask-button")) return;
  arrive.disconnect();
  const named = new URLSearchParams(location.search).has("document") ? "clauses" : location.hash.slice(1);
  if (named && named !== "ask") setTimeout(() => openTab(named));
});
arrive.observe(document.documentElement, { childList: true, subtree: true });

document.addEventListener("keydown", (event) => {
  const tab = event.target.closest?.("[role=tablist] [role=tab]");
  if (!tab || !["ArrowRight", "ArrowLeft", "Home", "End"].includes(event.key)) return;
  const all = [...tab.closest("[role=tablist]").querySelectorAll("[role=tab]")];
  const at = all.indexOf(tab);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
  event.preventDefault();
  all[to % all.length].focus();
  all[to % all.length].click();
});

const say = (text) => {
  const toast = document.getElementById("zw-toast") || document.body.appendChild(
    Object.assign(document.createElement("div"), { id: "zw-toast" }));
  toast.setAttribute("role", "status");
  toast.textContent = text;
  toast.classList.add("zw-shown");
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => toast.classList.remove("zw-shown"), 4000);
  (document.querySelector("dialog[open]") || document.body).appendChild(toast);
};
window.zhengwen.say = say;

// Without https the clipboard interface is absent, so an old way stands behind it.
window.zhengwen.copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = Object.assign(document.createElement("textarea"), { value: text });
    (document.querySelector("dialog[open]") || document.body).appendChild(area);
    const before = document.activeElement;
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    before?.focus();
    if (!done) return say("浏览器不允许复制，请选中文字后手动复制。");
  }
  say("已复制");
};
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (button) window.zhengwen.copy(button.dataset.copy);
});
