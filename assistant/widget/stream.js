const PATIENCE = 60000;
const TOKEN_PATIENCE = 15000;

/** Aborts when the visitor stops, or when nothing was heard for so many milliseconds. */
class Patience {
  #controller = new AbortController();
  #timer = 0;
  #outer;
  #stop = () => this.#controller.abort();
  over = false;

  constructor(outer, milliseconds) {
    this.milliseconds = milliseconds;
    this.#outer = outer;
    if (outer && outer.aborted) this.#stop();
    if (outer) outer.addEventListener("abort", this.#stop);
    this.heard();
  }

  get signal() {
    return this.#controller.signal;
  }

  heard() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.over = true;
      this.#stop();
    }, this.milliseconds);
  }

  end() {
    clearTimeout(this.#timer);
    if (this.#outer) this.#outer.removeEventListener("abort", this.#stop);
  }
}

/** The events of a text/event-stream response: [name, value of its JSON] each. */
async function* eventsOf(response, patience) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let name = "message";
  let data = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      patience.heard();
      const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
      rest = lines.pop();
      for (const raw of lines) {
        const line = raw.replace(/\r$/, "");
        if (line === "") {
          if (data.length) yield [name, JSON.parse(data.join("\n"))];
          name = "message";
          data = [];
        } else if (line.startsWith("event:")) name = line.slice(6).trim();
        else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
      }
    }
  } finally {
    reader.cancel().catch(() => {}); // tells the service that nobody listens any more
  }
}
