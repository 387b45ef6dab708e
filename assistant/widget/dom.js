/**
 * Make an element. Strings among the children become text nodes, and `on…` attributes become
 * listeners: nothing that comes from the service is ever read as markup.
 */
function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

/** Replace what stands in an element. */
function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
}

/** Text as paragraphs, one for each line that holds something. */
function paragraphs(text, inline = (line) => [line]) {
  return String(text)
    .split(/\n+/)
    .filter((line) => line.trim())
    .map((line) => h("p", {}, inline(line)));
}

/** The address as a link's target if it leads to one of the origins, else null. */
function safeLink(address, base, origins) {
  if (typeof address !== "string" || !address) return null;
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) && origins.includes(url.origin) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * Put text on the clipboard. navigator.clipboard exists only on https pages; intranet portals often
 * have none, so there the text is copied out of a text box.
 */
async function copyText(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = root.activeElement;
    const box = h("textarea", { class: "off", "aria-hidden": "true", tabindex: "-1" });
    box.value = text;
    root.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    if (before) before.focus();
    return done;
  }
}

/** Length as the service counts it: in characters, not in UTF-16 units. */
function lengthOf(text) {
  return Array.from(text).length;
}
