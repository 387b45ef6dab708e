/** The box for the question, with its counter and the button that sends or stops. */
class Composer {
  #limit;
  #does;
  #busy = false;
  #counter = h("span", { class: "counter" });
  #wrong = h("p", { class: "wrong", id: "wrong", role: "alert" });
  #button = h("button", { class: "strong send" });
  #box;

  /** `does`: ask(question), which says whether it took it; stop(); drafted(text). */
  constructor(limit, does) {
    this.#limit = limit;
    this.#does = does;
    this.#box = h("textarea", {
      rows: "1",
      placeholder: TEXT.question,
      "aria-label": TEXT.question,
      "aria-describedby": "wrong",
      enterkeyhint: "send",
      autocomplete: "off",
      oninput: () => this.#changed(),
      onkeydown: (event) => this.#key(event),
    });
    this.element = h("form", { class: "composer", onsubmit: (event) => this.#submit(event) }, this.#wrong, h("div", { class: "box" }, this.#box, this.#counter, this.#button));
    this.busy(false);
  }

  get text() {
    return this.#box.value;
  }

  set text(value) {
    this.#box.value = value;
    this.#changed();
  }

  focus() {
    this.#box.focus();
  }

  /** While an answer is on its way the button stops it. */
  busy(busy) {
    this.#busy = busy;
    this.#button.setAttribute("type", busy ? "button" : "submit");
    this.#button.setAttribute("aria-label", busy ? TEXT.stop : TEXT.send);
    this.#button.onclick = busy ? (event) => this.#stop(event) : null;
    fill(this.#button, icon(busy ? "stop" : "send"));
  }

  #stop(event) {
    // Before the click has run its course this is a submit button again, and would send the draft.
    event.preventDefault();
    this.#does.stop();
  }

  #changed() {
    const length = lengthOf(this.#box.value.trim());
    this.#counter.textContent = length > this.#limit * 0.7 ? TEXT.counter(length, this.#limit) : "";
    this.#counter.classList.toggle("over", length > this.#limit);
    if (length <= this.#limit) this.#complain("");
    this.fit();
    this.#does.drafted(this.#box.value);
  }

  /** As many lines as the text has, within what the style sheet allows. */
  fit() {
    this.#box.style.height = "auto";
    if (this.#box.scrollHeight) this.#box.style.height = `${this.#box.scrollHeight + 2}px`;
  }

  #key(event) {
    // Enter that picks a candidate of an input method is not an Enter; 229 is how older ones say so.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#submit(event);
  }

  #submit(event) {
    event.preventDefault();
    const question = this.#box.value.trim();
    const length = lengthOf(question);
    if (!length) this.#complain(TEXT.empty);
    else if (length > this.#limit) this.#complain(TEXT.tooLong(length, this.#limit));
    else if (this.#busy) this.#complain(TEXT.busy);
    else {
      this.text = "";
      this.#does.ask(question);
    }
  }

  #complain(message) {
    this.#wrong.textContent = message;
    this.#box.setAttribute("aria-invalid", String(Boolean(message)));
  }
}
