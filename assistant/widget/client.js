/** Speaks to the service, and to nobody else but the portal's token address. */
class Client {
  #tokens;
  #streams = true;

  constructor(service, tokenUrl) {
    this.service = service;
    this.#tokens = new Tokens(tokenUrl);
  }

  /**
   * Ask. `hear` is called with each event on the way; gives the whole answer.
   * Where streams do not come through (an old proxy, a service without them), asks in one piece.
   */
  async answer(question, signal, hear) {
    if (this.#streams) {
      try {
        return await this.#streamed(question, signal, hear);
      } catch (error) {
        if (!(error instanceof NoStream)) throw error;
        this.#streams = error.again;
        hear("restart", null);
      }
    }
    return this.#patiently(signal, async (patience) => {
      const response = await this.#post("/v1/answer", question, "application/json", patience.signal);
      return checked(await response.json());
    });
  }

  /** Send what a visitor says of an answer. */
  async feedback(body) {
    return this.#patiently(null, (patience) => this.#post("/v1/feedback", body, "application/json", patience.signal));
  }

  async #streamed(question, signal, hear) {
    return this.#patiently(signal, async (patience) => {
      let response;
      try {
        response = await this.#post("/v1/answer/stream", question, "text/event-stream", patience.signal);
      } catch (error) {
        if ([404, 405, 406, 501].includes(error.status)) throw new NoStream(false);
        throw error;
      }
      if (!(response.headers.get("Content-Type") || "").startsWith("text/event-stream")) throw new NoStream(false);
      try {
        for await (const [name, value] of eventsOf(response, patience)) {
          if (name === "done") return checked(value);
          if (name === "error") throw failureOf(value.status || 500, value, null);
          hear(name, value);
        }
      } catch (error) {
        if (error instanceof Failure || patience.signal.aborted || navigator.onLine === false) throw error;
        throw new NoStream(true); // cut off, or mangled on the way
      }
      throw new NoStream(true); // ended before it was done
    });
  }

  async #patiently(signal, work) {
    const patience = new Patience(signal, PATIENCE);
    try {
      return await work(patience);
    } catch (error) {
      if (patience.over) throw new Failure("timeout");
      if (error instanceof NoStream || error instanceof Failure || (signal && signal.aborted)) throw error;
      throw error instanceof SyntaxError ? new Failure("server") : noConnection(error);
    } finally {
      patience.end();
    }
  }

  async #post(path, body, accept, signal) {
    const send = (token) =>
      fetch(this.service + path, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: accept, ...(token ? { Authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(body),
        credentials: "omit",
        cache: "no-store",
        signal,
      });
    let response = await send(await this.#tokens.current());
    if (response.status === 401 && this.#tokens.used) response = await send(await this.#tokens.renew());
    if (!response.ok) throw await failureFrom(response);
    return response;
  }
}

/** The answer cannot be had as a stream: this time (`again`), or never from this service. */
class NoStream extends Error {
  constructor(again) {
    super("no stream");
    this.again = again;
  }
}

/** An answer with all that is read of it; throws Failure where it is none. */
function checked(answer) {
  if (!answer || typeof answer.answer !== "string" || typeof answer.id !== "string") throw new Failure("server");
  const list = (value) => (Array.isArray(value) ? value : []);
  return {
    id: answer.id,
    conversation_id: answer.conversation_id || null,
    refused: Boolean(answer.refused),
    answer: answer.answer,
    citations: list(answer.citations),
    notices: list(answer.notices),
    nearest: list(answer.nearest),
    suggestions: list(answer.suggestions),
  };
}
