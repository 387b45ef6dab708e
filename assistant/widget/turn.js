/**
 * A question with what became of it, as it stands in the log.
 *
 * `does` is what its buttons do: clauses(list, index, opener), ask(question), retry(view), edit(view),
 * feedback(turn, verdict, comment), copy(text, said).
 */
class TurnView {
  #does;
  #reply = h("div", { class: "reply" });
  #countdown = 0;

  constructor(turn, does) {
    this.turn = turn;
    this.#does = does;
    this.element = h("article", { class: "turn" }, h("div", { class: "asked" }, h("span", { class: "off" }, TEXT.youAsked), turn.question), this.#reply);
    this.settle();
  }

  /** While the service works: what it does, and the answer as far as it goes. */
  progress(step) {
    this.#reply.setAttribute("aria-busy", "true");
    const partial = this.turn.answer;
    fill(
      this.#reply,
      partial && partial.answer && this.#body(partial),
      partial && this.#notices(partial),
      h("p", { class: "step" }, h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i")), step || TEXT.working),
    );
  }

  /** The end: the whole answer, or why there is none. */
  settle() {
    clearInterval(this.#countdown);
    this.#reply.removeAttribute("aria-busy");
    const { answer, stopped, failure } = this.turn;
    const whole = answer && answer.id;
    fill(
      this.#reply,
      answer && answer.answer && this.#body(answer),
      answer && this.#references(answer),
      answer && this.#notices(answer),
      whole && this.#nearest(answer),
      answer && h("p", { class: "label" }, TEXT.label),
      whole && this.#tools(answer),
      stopped && this.#setback(answer && answer.answer ? TEXT.stopped : TEXT.stoppedEmpty, 0, "info"),
      failure && this.#setback(failure.message, failure.retryAfter, "warn", failure.kind !== "refused"),
      whole && this.#suggestions(answer),
    );
  }

  /** Answer text: marks [n] become buttons, all else stays text. */
  #body(answer) {
    return h("div", { class: "body" }, paragraphs(answer.answer, (line) => this.#marked(line, answer.citations)));
  }

  #marked(line, citations) {
    const out = [];
    for (const piece of line.split(/(\[\d{1,3}\])/)) {
      const index = /^\[\d+\]$/.test(piece) ? citations.findIndex((c) => `[${c.marker}]` === piece) : -1;
      if (index < 0) {
        out.push(piece);
        continue;
      }
      // No line begins with a mark: it holds on to the character, or the mark, before it.
      const before = out.pop() || "";
      const held = typeof before === "string" ? h("span", { class: "held" }, before.slice(-1)) : before;
      if (before !== held) out.push(before.slice(0, -1), held);
      else out.push(held);
      held.append(this.#mark(citations, index));
    }
    return out;
  }

  #mark(citations, index) {
    const { marker, address } = citations[index];
    const open = (event) => this.#does.clauses(citations, index, event.currentTarget);
    return h("button", { type: "button", class: "cite", "aria-label": TEXT.cite(marker, address), onclick: open }, String(marker));
  }

  #references({ citations }) {
    if (!citations.length) return null;
    const groups = new Map();
    citations.forEach((citation, index) => groups.set(citation.address, [...(groups.get(citation.address) || []), index]));
    const items = [...groups.values()].map((indexes) => {
      const numbers = indexes.map((index) => h("span", { class: "number" }, String(citations[index].marker)));
      return this.#clauseButton(citations, indexes[0], numbers);
    });
    return h("div", { role: "group", class: "references", "aria-label": TEXT.basis }, h("h3", {}, TEXT.basis), h("ul", {}, items));
  }

  #clauseButton(clauses, index, before) {
    const { title, number, marks } = partsOf(clauses[index]);
    const open = (event) => this.#does.clauses(clauses, index, event.currentTarget);
    return h("li", {}, h("button", { type: "button", class: "reference", onclick: open }, h("span", { class: "numbers" }, before), h("span", { class: "where" }, h("span", { class: "document" }, title, number), " ", h("strong", {}, marks))));
  }

  #notices({ notices }) {
    if (!notices.length) return null;
    const items = notices.map((notice) => h("li", {}, String(notice)));
    return h("div", { role: "group", class: "notices", "aria-label": TEXT.notices }, icon("info"), h("ul", {}, items));
  }

  #nearest({ nearest }) {
    if (!nearest.length) return null;
    const items = nearest.map((_, index) => this.#clauseButton(nearest, index, icon("clause")));
    return h("div", { role: "group", class: "references", "aria-label": TEXT.nearest }, h("h3", {}, TEXT.nearest), h("ul", {}, items));
  }

  #tools(answer) {
    const feedback = feedbackView(this.turn, (verdict, comment) => this.#does.feedback(this.turn, verdict, comment));
    const copy = () => this.#does.copy(asText(this.turn.question, answer), TEXT.copied);
    return [
      h("div", { class: "row tools" }, h("button", { type: "button", class: "quiet", onclick: copy }, icon("copy"), TEXT.copy), feedback.row),
      feedback.below,
    ];
  }

  #suggestions({ suggestions }) {
    if (!suggestions.length) return null;
    const buttons = suggestions.map((question) => h("li", {}, h("button", { type: "button", class: "suggestion", onclick: () => this.#does.ask(String(question)) }, String(question))));
    return h("div", { role: "group", class: "suggestions", "aria-label": TEXT.suggestions }, h("h3", {}, TEXT.suggestions), h("ul", {}, buttons));
  }

  #setback(message, pauseSeconds, sign, again = true) {
    const retry = again && h("button", { type: "button", class: "strong", onclick: () => this.#does.retry(this) }, TEXT.retry);
    if (retry && pauseSeconds > 0) this.#hold(retry, pauseSeconds);
    const edit = h("button", { type: "button", class: "quiet", onclick: () => this.#does.edit(this) }, TEXT.edit);
    // The seconds are for the eye: read aloud one by one they would drown everything else.
    return h("div", { class: `setback ${sign}` }, h("p", {}, icon(sign), message), h("div", { class: "row", "aria-live": "off" }, retry, edit));
  }

  #hold(button, seconds) {
    const until = Date.now() + seconds * 1000;
    const tick = () => {
      const left = Math.ceil((until - Date.now()) / 1000);
      button.disabled = left > 0;
      button.textContent = left > 0 ? TEXT.retryIn(left) : TEXT.retry;
      if (left <= 0) clearInterval(this.#countdown);
    };
    this.#countdown = setInterval(tick, 1000);
    tick();
  }
}

/** An answer to be pasted elsewhere: with what was asked, each citation, and the label. */
function asText(question, answer) {
  const cited = answer.citations.map((c) => `[${c.marker}] ${c.address}：“${c.quote}”`);
  return [
    TEXT.copyQuestion + question,
    TEXT.copyAnswer + answer.answer,
    ...(cited.length ? ["", `${TEXT.basis}：`, ...cited] : []),
    ...(answer.notices.length ? ["", `${TEXT.notices}：`, ...answer.notices] : []),
    "",
    `（${TEXT.label}）`,
  ].join("\n");
}
