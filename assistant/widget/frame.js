/**
 * The widget's still parts: launcher, panel with header, log, side panel and footer.
 * `does`: open, close, fresh, complain, key(event), scrolled.
 */
class Frame {
  #sideOpener = null;
  #sideTitle = h("h3", { tabindex: "-1" });
  #sideBody = h("div", { class: "side-body", tabindex: "0", role: "group", "aria-label": TEXT.clause });

  constructor({ heading, floating, does }) {
    this.launcher = h("button", { type: "button", class: "launcher", part: "launcher", "aria-haspopup": "dialog", "aria-expanded": "false", onclick: does.open }, icon("chat"), h("span", {}, heading), h("span", { class: "off unread" }));
    this.log = h("div", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions", "aria-label": TEXT.log, tabindex: "0" });
    for (const act of ["wheel", "touchmove", "keydown", "pointerdown"]) this.log.addEventListener(act, does.scrolled, { passive: true });
    this.said = h("p", { class: "off", role: "status" });
    this.banner = h("p", { class: "banner", role: "status" });
    this.back = h("button", { type: "button", class: "quiet", onclick: () => this.hideSide() }, icon("back"), TEXT.back);
    this.side = h("div", { role: "group", class: "side", hidden: true, "aria-label": TEXT.clause }, h("div", { class: "side-head" }, this.back, this.#sideTitle), this.#sideBody);
    this.main = h("div", { class: "main" }, this.log);
    this.panel = h(
      "section",
      { class: "panel", part: "panel", lang: "zh-CN", role: floating ? "dialog" : "region", "aria-modal": floating && "true", "aria-label": heading, tabindex: "-1", onkeydown: does.key },
      h(
        "div",
        { class: "header", part: "header" },
        icon("chat"),
        h("h2", {}, heading),
        h("button", { type: "button", class: "fresh", onclick: does.fresh }, icon("fresh"), TEXT.fresh),
        floating && h("button", { type: "button", class: "close", "aria-label": TEXT.close, onclick: does.close }, icon("close")),
      ),
      this.banner,
      h("div", { class: "columns" }, this.main, this.side),
      h("div", { class: "footer", part: "footer" }, h("span", { class: "label" }, TEXT.label), h("button", { type: "button", class: "complaint", onclick: does.complain }, TEXT.complaint)),
      this.said,
    );
  }

  /** Say something to whoever listens, and show it for a moment to whoever looks. */
  say(message) {
    this.said.textContent = message;
    this.said.classList.toggle("toast", Boolean(message));
    clearTimeout(this.toast);
    this.toast = setTimeout(() => this.said.classList.remove("toast"), 4000);
  }

  /** Show something beside or over the log; the focus goes there and later back to the opener. */
  showSide(title, content, opener) {
    if (opener) this.#sideOpener = opener;
    this.#sideTitle.textContent = title;
    this.side.setAttribute("aria-label", title);
    this.#sideBody.setAttribute("aria-label", title);
    fill(this.#sideBody, content);
    this.side.hidden = false;
    this.panel.classList.add("with-side");
    const mark = this.#sideBody.querySelector("mark");
    const room = this.#sideBody.clientHeight;
    this.#sideBody.scrollTop = mark && mark.offsetTop + mark.offsetHeight > room ? mark.offsetTop - room / 3 : 0;
    this.#sideTitle.focus({ preventScroll: true });
  }

  hideSide() {
    this.side.hidden = true;
    this.panel.classList.remove("with-side");
    const opener = this.#sideOpener;
    this.#sideOpener = null;
    if (opener && opener.isConnected) opener.focus();
    else this.log.focus();
  }

  get sideShown() {
    return !this.side.hidden;
  }

  /** Keep Tab inside the panel. `active` is what has the focus within it. */
  trap(event, active) {
    const stops = [...this.panel.querySelectorAll("button, a[href], textarea, select, [tabindex='0']")].filter((e) => !e.disabled && e.getClientRects().length > 0);
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    if (active !== edge && active !== this.panel) return;
    event.preventDefault();
    stops[event.shiftKey ? stops.length - 1 : 0].focus();
  }
}
