// Whole documents: in a drawer beside the answer, and in the tab 条款查询.
const { say, copy } = window.zhengwen;

const fetched = async (path) => {
  let response;
  try {
    response = await fetch(path, { headers: { Accept: "text/html" } });
  } catch {
    throw new Error("连接不上服务，请检查网络后重试。");
  }
  const text = await response.text();
  if (response.ok) return text;
  let detail = "";
  try { detail = JSON.parse(text).detail; } catch { /* an answer of something in between */ }
  throw new Error(detail || "没有取到内容，请稍后重试。");
};

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const showChosen = (box, ordinal, focus) => {
  const clause = box.querySelector(`.zw-clause[data-ordinal="${ordinal}"]`);
  if (!clause) return;
  const last = Number(clause.dataset.last);
  for (const each of box.querySelectorAll(".zw-clause")) {
    const at = Number(each.dataset.ordinal);
    each.classList.toggle("zw-chosen", at >= ordinal && at <= last && ordinal > 0);
  }
  const mark = [...box.querySelectorAll(".zw-chosen mark")][0];
  const to = mark || clause;
  const high = to.getBoundingClientRect().top - box.getBoundingClientRect().top;
  const scrolls = box.scrollHeight > box.clientHeight + 4;
  if (scrolls) box.scrollTo({ top: box.scrollTop + high - box.clientHeight / 4 });
  else to.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  clause.tabIndex = -1;
  if (focus) clause.focus({ preventScroll: true });
};

const chosenText = (box, ordinal) => {
  const last = Number(box.querySelector(`.zw-clause[data-ordinal="${ordinal}"]`).dataset.last);
  return [...box.querySelectorAll(".zw-clause")]
    .filter((each) => Number(each.dataset.ordinal) >= ordinal && Number(each.dataset.ordinal) <= last)
    .map((each) => each.textContent.trim()).join("\n");
};

// `reader` holds .zw-bar and .zw-body; `link` is the query of a clause's address.
const open = async (reader, link, focus) => {
  const query = new URLSearchParams(link);
  const body = reader.querySelector(".zw-body");
  reader.classList.add("zw-waiting");
  try {
    const html = await fetched(`/clauses/text?${query}`);
    body.innerHTML = html;
  } catch (error) {
    body.replaceChildren(Object.assign(document.createElement("p"), { className: "zw-alert", textContent: error.message }));
    body.firstChild.setAttribute("role", "alert");
    reader.querySelector(".zw-where").textContent = "没有打开";
    return;
  } finally {
    reader.classList.remove("zw-waiting");
  }
  choose(reader, Number(query.get("clause") || 0), focus);
};

const choose = (reader, ordinal, focus) => {
  const body = reader.querySelector(".zw-body");
  const clause = body.querySelector(`.zw-clause[data-ordinal="${ordinal}"]`);
  const article = body.querySelector("article");
  if (!article) return;
  reader.dataset.document = article.dataset.document;
  reader.dataset.ordinal = clause ? ordinal : 0;
  reader.querySelector(".zw-where").textContent =
    clause && ordinal > 0 ? clause.dataset.address : article.querySelector("h3").textContent;
  if (clause) showChosen(body, ordinal, focus);
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-reader]");
  if (!button) return;
  const reader = button.closest(".zw-reader");
  if (!reader.dataset.document) return say("请先选择一份文件。");
  const ordinal = Number(reader.dataset.ordinal || 0);
  const query = new URLSearchParams({ document: reader.dataset.document, clause: ordinal });
  const link = `${location.origin}/clauses?${query}`;
  if (button.dataset.reader === "link") return copy(link);
  if (button.dataset.reader === "tab") {
    button.closest("dialog").close();
    goTo(query);
    return;
  }
  const box = reader.querySelector(".zw-body");
  const where = reader.querySelector(".zw-where").textContent;
  const said = ordinal > 0 ? `“${chosenText(box, ordinal)}”\n——` : "";
  copy(`${said}${where}\n${link}\n（由政问整理，以文件原文为准）`);
});

// The drawer
const drawer = () => {
  let dialog = document.getElementById("zw-drawer");
  if (dialog) return dialog;
  dialog = document.createElement("dialog");
  dialog.id = "zw-drawer";
  dialog.className = "zw-reader";
  dialog.setAttribute("aria-labelledby", "zw-drawer-where");
  dialog.innerHTML = `<div class="zw-bar"><h2 class="zw-where" id="zw-drawer-where"></h2>
    <div class="zw-tools"><button type="button" data-reader="cite">复制引用</button>
    <button type="button" data-reader="link">复制链接</button>
    <button type="button" data-reader="tab">在条款查询中打开</button>
    <button type="button" class="zw-close" value="close">关闭</button></div></div>
    <div class="zw-body" tabindex="0" role="region" aria-label="文件全文"></div>`;
  dialog.querySelector(".zw-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.appendChild(dialog);
  return dialog;
};

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-clause-link]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const query = new URL(link.href, location.href).search;
  if (link.closest("#zw-browse")) return goTo(query);
  const dialog = drawer();
  if (!dialog.open) dialog.showModal();
  open(dialog, query, true);
});

// The tab
const tab = () => document.getElementById("zw-browse");
const goTo = (link) => {
  const query = new URLSearchParams(link);
  history.replaceState(null, "", `/?${query}#clauses`);
  window.zhengwen.openTab("clauses");
  const waiting = setInterval(() => {
    if (!tab()?.querySelector(".zw-body")) return;
    clearInterval(waiting);
    browse(query);
  }, 50);
};

const browse = async (query) => {
  const reader = tab().querySelector(".zw-reader");
  const id = query.get("document");
  const pick = tab().querySelector("select[name=document]");
  if (pick) pick.value = id;
  const outline = tab().querySelector(".zw-outline-box");
  if (outline.dataset.document !== id) {
    outline.dataset.document = id;
    fetched(`/clauses/outline?${new URLSearchParams({ document: id })}`).then((html) => {
      outline.innerHTML = html;
      follow(query.get("clause"));
    }).catch(() => { outline.textContent = ""; });
  } else follow(query.get("clause"));
  await open(reader, query, true);
};

const follow = (ordinal) => {
  for (const link of tab().querySelectorAll(".zw-outline a")) {
    const here = link.dataset.ordinal === ordinal;
    if (here) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
    if (!here) continue;
    for (let list = link.closest("ul"); list && list.closest(".zw-outline"); list = list.parentElement.closest("ul")) {
      list.hidden = false;
      list.parentElement.querySelector(":scope > button.zw-twist")?.setAttribute("aria-expanded", "true");
    }
  }
};

document.addEventListener("click", (event) => {
  const twist = event.target.closest?.("button.zw-twist");
  if (twist) {
    const list = twist.parentElement.querySelector(":scope > ul");
    list.hidden = !list.hidden;
    twist.setAttribute("aria-expanded", String(!list.hidden));
    return;
  }
  const link = event.target.closest?.(".zw-outline a");
  if (link && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    const query = new URL(link.href).searchParams;
    history.replaceState(null, "", `/?${query}#clauses`);
    follow(query.get("clause"));
    choose(tab().querySelector(".zw-reader"), Number(query.get("clause")), true);
    return;
  }
  const clause = event.target.closest?.(".zw-reader .zw-clause");
  if (clause && !String(getSelection())) {
    const reader = clause.closest(".zw-reader");
    const ordinal = Number(clause.dataset.ordinal);
    reader.dataset.ordinal = ordinal;
    reader.querySelector(".zw-where").textContent = clause.dataset.address;
    const last = Number(clause.dataset.last);
    for (const each of reader.querySelectorAll(".zw-clause")) {
      const at = Number(each.dataset.ordinal);
      each.classList.toggle("zw-chosen", ordinal > 0 && at >= ordinal && at <= last);
    }
    if (tab()?.contains(reader)) {
      follow(clause.dataset.ordinal);
      history.replaceState(null, "", `/?${new URLSearchParams({ document: reader.dataset.document, clause: ordinal })}#clauses`);
    }
  }
});

document.addEventListener("change", (event) => {
  if (event.target.matches?.("#zw-browse select[name=document]") && event.target.value)
    goTo(new URLSearchParams({ document: event.target.value, clause: 0 }));
});

document.addEventListener("submit", async (event) => {
  if (!event.target.matches?.("#zw-search")) return;
  event.preventDefault();
  const box = tab().querySelector(".zw-found-box");
  const words = event.target.words.value.trim();
  if (!words) { box.textContent = ""; return; }
  try {
    box.innerHTML = await fetched(`/clauses/search?${new URLSearchParams({ words })}`);
  } catch (error) {
    box.replaceChildren(Object.assign(document.createElement("p"), { className: "zw-alert", textContent: error.message }));
    box.firstChild.setAttribute("role", "alert");
  }
});

// The clause that the address names.
window.zhengwen.readAddress = () => {
  const query = new URLSearchParams(location.search);
  if (query.has("document")) goTo(query);
};
