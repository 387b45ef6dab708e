let sheet = null;

/** Put the styles into a shadow root. Made by script, they need no 'unsafe-inline' of the page. */
function dress(root) {
  if (!("adoptedStyleSheets" in root)) {
    root.append(h("style", {}, STYLES)); // Safari before 16.4
    return;
  }
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  root.adoptedStyleSheets = [sheet];
}

/** <zhengwen-chat>: the conversation, and what its parts do together. */
class ZhengwenChat extends HTMLElement {
  #root = this.attachShadow({ mode: "open" });
  #frame = null;
  #composer;
  #client;
  #conversation;
  #running = null;
  #follow = true;
  #online = () => this.#showConnection();

  connectedCallback() {
    if (!this.#frame) this.#build();
    addEventListener("online", this.#online);
    addEventListener("offline", this.#online);
    this.#showConnection();
  }

  disconnectedCallback() {
    removeEventListener("online", this.#online);
    removeEventListener("offline", this.#online);
  }

  get #floating() {
    return this.getAttribute("mode") !== "inline";
  }

  /** Open the floating dialog. Nothing happens inline, where it is always open. */
  open() {
    this.#show(true);
    this.#composer.focus();
  }

  /** Close it; what is being answered goes on, and the focus returns to the button. */
  close() {
    if (!this.#floating) return;
    this.#show(false);
    this.#frame.launcher.focus();
  }

  /** Ask a question, as if it had been typed; says whether it was taken. */
  ask(question) {
    this.#show(true);
    const text = String(question).trim();
    if (this.#running || !text || lengthOf(text) > this.#limit) return false;
    const turn = this.#conversation.add(text);
    this.#run(this.#append(turn));
    return true;
  }

  /** What the portal asks for, within what the service that sent the script takes. */
  get #limit() {
    const wanted = Number(this.getAttribute("max-length"));
    return wanted > 0 ? Math.min(wanted, LIMIT) : LIMIT;
  }

  #build() {
    if (!this.hasAttribute("mode")) this.setAttribute("mode", "floating");
    const service = new URL(this.getAttribute("service") || SERVICE, location.href).origin;
    this.#client = new Client(service, this.getAttribute("token-url"));
    this.#conversation = new Conversation(`zhengwen:${service}:${this.getAttribute("name") || ""}`);
    dress(this.#root);
    this.#frame = new Frame({
      heading: this.getAttribute("heading") || TEXT.heading,
      floating: this.#floating,
      does: {
        open: () => this.open(),
        close: () => this.close(),
        fresh: () => this.#fresh(),
        complain: (event) => this.#complain(event.currentTarget),
        key: (event) => this.#key(event),
        scrolled: () => (this.#follow = false),
      },
    });
    this.#composer = new Composer(this.#limit, {
      ask: (question) => this.ask(question),
      stop: () => this.#running.abort(),
      drafted: (text) => {
        this.#conversation.draft = text;
        this.#conversation.save();
      },
    });
    // Keys that are typed here are none of the portal's shortcuts.
    for (const event of ["keydown", "keypress", "keyup"]) this.#root.addEventListener(event, (e) => e.stopPropagation());
    this.#frame.main.append(this.#composer.element);
    this.#root.append(this.#floating ? this.#frame.launcher : "", this.#frame.panel);
    this.#composer.text = this.#conversation.draft;
    this.#showLog();
    this.#show(!this.#floating || this.#conversation.open);
  }

  #show(open) {
    const { panel, launcher, log } = this.#frame;
    if (this.#floating) {
      panel.hidden = !open;
      launcher.hidden = open;
      launcher.setAttribute("aria-expanded", String(open));
      launcher.querySelector(".unread").textContent = "";
      this.#conversation.open = open;
      this.#conversation.save();
    }
    if (!open) return;
    this.#composer.fit();
    const last = log.lastElementChild;
    if (last && !log.scrollTop) log.scrollTop = last.offsetTop - 8;
  }

  #showLog() {
    fill(this.#frame.log, this.#greeting());
    for (const turn of this.#conversation.turns) this.#append(turn);
  }

  #greeting() {
    const examples = (this.getAttribute("examples") || "").split("|").filter((e) => e.trim());
    const buttons = examples.map((e) => h("li", {}, h("button", { type: "button", class: "suggestion", onclick: () => this.ask(e) }, e.trim())));
    return h(
      "div",
      { class: "greeting" },
      h("p", {}, this.getAttribute("greeting") || TEXT.greeting),
      buttons.length > 0 && h("div", { role: "group", class: "suggestions", "aria-label": TEXT.examples }, h("h3", {}, TEXT.examples), h("ul", {}, buttons)),
    );
  }

  #append(turn) {
    const view = new TurnView(turn, {
      clauses: (clauses, index, opener) => this.#clause(clauses, index, opener),
      ask: (question) => {
        if (this.ask(question)) this.#composer.focus();
      },
      retry: (failed) => this.#retry(failed),
      edit: (failed) => {
        this.#composer.text = [failed.turn.question, this.#composer.text].filter(Boolean).join("\n");
        this.#composer.focus();
      },
      feedback: (asked, verdict, comment) => this.#feedback(asked, verdict, comment),
      copy: (text, said) => this.#copy(text, said),
    });
    view.element.addEventListener("copy", (event) => this.#labelSelection(event));
    this.#frame.log.append(view.element);
    return view;
  }

  #retry(view) {
    if (this.#running) return;
    Object.assign(view.turn, { answer: null, stopped: false, failure: null });
    this.#frame.log.append(view.element);
    this.#composer.focus();
    this.#run(view);
  }

  async #run(view) {
    const { turn } = view;
    const running = (this.#running = new AbortController());
    const before = this.#conversation.id;
    const partial = { id: "", answer: "", citations: [], notices: [], nearest: [], suggestions: [] };
    let step = "";
    const hear = (name, value) => {
      if (name === "restart") Object.assign(partial, { answer: "", citations: [], notices: [] });
      else if (name === "status") step = String(value.text || "");
      else if (name === "text") partial.answer += String(value.text || "");
      else if (name === "citation") partial.citations.push(value);
      else if (name === "notice") partial.notices.push(String(value.text || ""));
      if (name === "status") this.#frame.said.textContent = step;
      turn.answer = partial;
      view.progress(step);
      this.#scrollTo(view);
    };
    this.#follow = true;
    this.#composer.busy(true);
    this.#conversation.save();
    view.progress("");
    this.#scrollTo(view);
    try {
      const question = { question: turn.question, ...(before ? { conversation_id: before } : {}), ...this.#only() };
      turn.answer = await this.#client.answer(question, running.signal, hear);
      if (this.#conversation.turns.includes(turn)) this.#conversation.id = turn.answer.conversation_id;
    } catch (error) {
      if (!running.signal.aborted && !(error instanceof Failure)) console.error(error);
      turn.stopped = running.signal.aborted;
      const { kind, message, retryAfter } = error instanceof Failure ? error : new Failure("server");
      turn.failure = turn.stopped ? null : { kind, message, retryAfter };
      turn.answer = partial.answer ? partial : null;
    }
    if (this.#running === running) this.#running = null;
    if (!this.#conversation.turns.includes(turn)) return; // a new conversation began meanwhile
    this.#composer.busy(false);
    this.#conversation.save();
    view.settle();
    this.#scrollTo(view);
    this.#frame.said.textContent = turn.failure || turn.stopped ? "" : TEXT.answered;
    if (this.#frame.panel.hidden) this.#frame.launcher.querySelector(".unread").textContent = TEXT.unread;
    this.dispatchEvent(new CustomEvent("zhengwen-answer", { bubbles: true, composed: true, detail: { refused: Boolean(turn.answer && turn.answer.refused), failed: turn.failure ? turn.failure.kind : null } }));
  }

  #only() {
    const ids = (this.getAttribute("documents") || "").split(",").map((id) => id.trim()).filter(Boolean);
    return ids.length ? { documents: ids } : {};
  }

  /** The question stays at the top while its answer grows below it, until the visitor scrolls. */
  #scrollTo(view) {
    if (this.#follow) this.#frame.log.scrollTop = view.element.offsetTop - 8;
  }

  #fresh() {
    if (this.#running) this.#running.abort();
    this.#running = null;
    this.#conversation.clear();
    this.#conversation.save();
    this.#composer.busy(false);
    if (this.#frame.sideShown) this.#frame.hideSide();
    this.#showLog();
    this.#frame.log.scrollTop = 0;
    this.#frame.say(TEXT.freshDone);
    this.#composer.focus();
  }

  #clause(clauses, index, opener) {
    const content = clauseView({
      clauses,
      index,
      service: this.#client.service,
      move: (next) => this.#clause(clauses, next, null),
      copy: (text, said) => this.#copy(text, said),
    });
    this.#frame.showSide(TEXT.clause, content, opener);
  }

  #complain(opener) {
    const answered = this.#conversation.turns.filter((turn) => turn.answer && turn.answer.id);
    const chosen = h("select", {}, answered.map((turn, i) => h("option", { value: String(i), selected: i === answered.length - 1 }, turn.question.slice(0, 40))));
    const said = h("p", { class: "said", role: "status" });
    const form = commentForm(TEXT.complaintReason, async (comment) => {
      try {
        await this.#feedback(answered[Number(chosen.value)], "report", comment);
        said.textContent = TEXT.thanks.report;
      } catch (error) {
        said.textContent = error.message;
      }
    });
    const link = safeLink(this.getAttribute("complaint-url"), location.href, [location.origin, this.#client.service]);
    form.prepend(h("label", {}, TEXT.complaintAnswer, chosen));
    const content = [
      h("p", {}, TEXT.complaintIntro),
      answered.length ? [form, said] : h("p", { class: "hint" }, TEXT.complaintNone),
      link && h("p", {}, h("a", { href: link, target: "_blank", rel: "noopener" }, TEXT.complaintPortal, h("span", { class: "off" }, TEXT.newWindow))),
      h("p", {}, TEXT.complaintPhone),
    ];
    this.#frame.showSide(TEXT.complaint, content, opener);
  }

  async #feedback(turn, verdict, comment) {
    await this.#client.feedback({ answer_id: turn.answer.id, verdict, ...(comment ? { comment } : {}) });
    turn.verdict = verdict;
    this.#conversation.save();
  }

  async #copy(text, said) {
    this.#frame.say((await copyText(text, this.#root)) ? said : TEXT.copyFailed);
  }

  /** Text that is selected in an answer and copied takes the label along. */
  #labelSelection(event) {
    const selection = this.#root.getSelection ? this.#root.getSelection() : document.getSelection();
    const text = selection ? selection.toString() : "";
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", `${text}\n（${TEXT.label}）`);
    event.preventDefault();
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      if (this.#frame.sideShown) this.#frame.hideSide();
      else this.close();
    } else if (event.key === "Tab" && this.#floating) this.#frame.trap(event, this.#root.activeElement);
  }

  #showConnection() {
    this.#frame.banner.textContent = navigator.onLine === false ? TEXT.offline : "";
  }
}
