/* What the script tag itself asks for: <script src=".../widget.js" data-mode="floating" …>. */
const TAG = document.currentScript || document.querySelector('script[src*="/widget.js"]');
const SERVICE = TAG ? new URL(TAG.src).origin : location.origin;
const ELEMENT = "zhengwen-chat";

/** A <zhengwen-chat> with the tag's data-… attributes, where the tag wants it. */
function place() {
  const wanted = { ...(TAG ? TAG.dataset : {}) };
  // A page that writes the element itself wants no second one.
  if (!wanted.mode && document.querySelector(ELEMENT)) return;
  const chat = document.createElement(ELEMENT);
  for (const [name, value] of Object.entries(wanted)) {
    if (name !== "target") chat.setAttribute(name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`), value);
  }
  const target = wanted.target ? document.querySelector(wanted.target) : document.body;
  if (target) target.append(chat);
  else console.error(`zhengwen: 页面上没有 data-target="${wanted.target}" 所指的元素`);
}

if (!customElements.get(ELEMENT)) {
  customElements.define(ELEMENT, ZhengwenChat);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
}
