/**
 * Short-lived tokens, minted by the portal's own server: it holds the key, the browser never does.
 * Without an address there are none, and the service is asked anonymously.
 */
class Tokens {
  #url;
  #token = null;
  #renewAt = 0;
  #pending = null;

  constructor(address) {
    this.#url = address ? safeLink(address, location.href, [location.origin]) : null;
    this.wrong = Boolean(address) && !this.#url;
  }

  /** Whether there is anything to renew. */
  get used() {
    return Boolean(this.#url) || this.wrong;
  }

  /** A token that still holds for a while, or null where none is used. */
  async current() {
    if (!this.used) return null;
    return this.#token && Date.now() < this.#renewAt ? this.#token : this.renew();
  }

  /** A new token; whoever asks meanwhile waits for the same one. */
  renew() {
    this.#pending =
      this.#pending ||
      this.#mint().finally(() => {
        this.#pending = null;
      });
    return this.#pending;
  }

  async #mint() {
    // An address on another origin would hand the portal's visitors to a stranger.
    if (this.wrong) throw new Failure("token");
    const patience = new Patience(null, TOKEN_PATIENCE);
    try {
      const response = await fetch(this.#url, { method: "POST", credentials: "same-origin", cache: "no-store", signal: patience.signal });
      if (response.status === 429 || response.status === 503) throw await failureFrom(response);
      const body = response.ok ? await response.json() : null;
      if (!body || typeof body.token !== "string" || !(body.expires_in > 0)) throw new Failure("token");
      this.#token = body.token;
      // A tenth of its life early, at least: the clock of the service is not this one.
      this.#renewAt = Date.now() + body.expires_in * 1000 - Math.max(5000, body.expires_in * 100);
      return body.token;
    } catch (error) {
      if (patience.over) throw new Failure("timeout");
      throw error instanceof SyntaxError ? new Failure("token") : noConnection(error);
    } finally {
      patience.end();
    }
  }
}
