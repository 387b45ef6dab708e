// Downloads. The page fetches them itself: the visitor's login goes along, which programs that take
// links over from the browser do not have, and what went wrong is said.
const { say } = window.zhengwen;
const GONE = "登录已失效，请刷新页面，重新输入密钥后再下载。";
const AWAY = "没有下载成功，请检查网络后重试。";

/** The address of what was fetched; throws what is to be said. */
const fetched = async (path, asked) => {
  const response = await fetch(path, asked).catch(() => { throw AWAY; });
  if (response.status === 401) throw GONE;
  const told = response.ok ? null : await response.json().catch(() => ({}));
  if (told) throw told.detail || AWAY;
  return URL.createObjectURL(await response.blob().catch(() => { throw AWAY; }));
};

const save = (address, name) => {
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
};

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[download][href^='/v1/']");
  if (!link) return;
  event.preventDefault();
  try {
    save(await fetched(link.href), link.download);
  } catch (told) {
    say(told);
  }
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-checklist]");
  if (!button) return;
  const form = button.dataset.checklist;
  // A window that opens only after the answer has come would be blocked.
  const shown = form === "html" ? window.open("", "_blank") : null;
  try {
    const address = await fetched(`/v1/eligibility?format=${form}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: button.dataset.body,
    });
    if (shown) shown.location = address;
    else save(address, `政策匹配清单.${form}`);
  } catch (told) {
    shown?.close();
    say(told);
  }
});
