// Dark, large type and high contrast: what the visitor chose, else what the system says.
// It runs before anything is painted.
const root = document.documentElement;
root.lang = "zh-CN";
const system = matchMedia("(prefers-color-scheme: dark)");

const kept = (name) => {
  try { return localStorage.getItem(`zw-${name}`); } catch { return null; }
};
const keep = (name, value) => {
  try { localStorage.setItem(`zw-${name}`, value); } catch { /* private windows keep nothing */ }
};
const isOn = (name) => {
  const said = kept(name);
  return said === null ? name === "dark" && system.matches : said === "on";
};
const tell = () => {
  for (const button of document.querySelectorAll("[data-display]"))
    button.setAttribute("aria-pressed", String(isOn(button.dataset.display)));
};
const paint = () => {
  for (const name of ["dark", "large", "contrast"]) root.classList.toggle(`zw-${name}`, isOn(name));
  root.style.colorScheme = isOn("dark") ? "dark" : "light";
  tell();
};
paint();
// Nobody says when the switches come, before or after the tabs, or come anew.
new MutationObserver(tell).observe(root, { childList: true, subtree: true });
system.addEventListener("change", paint);
window.addEventListener("storage", paint);

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-display]");
  if (!button) return;
  keep(button.dataset.display, isOn(button.dataset.display) ? "off" : "on");
  paint();
});
window.zhengwen = {};
