const KEPT_TURNS = 40;

/**
 * What was asked and answered, with the draft in the box, kept in sessionStorage: it survives a
 * reload and the way to another page of the portal, and is gone with the tab.
 *
 * A turn: {question, answer, stopped, failure: {kind, message, retryAfter}|null, verdict}. An answer
 * without an id is the beginning of one that was stopped, broke off, or is still on its way.
 */
class Conversation {
  #key;

  constructor(key) {
    this.#key = key;
    this.clear();
    this.draft = "";
    this.open = false;
    this.#restore();
  }

  /** Forget the turns; the draft stays. */
  clear() {
    this.id = null;
    this.turns = [];
  }

  add(question) {
    const turn = { question, answer: null, stopped: false, failure: null, verdict: null };
    this.turns.push(turn);
    this.turns = this.turns.slice(-KEPT_TURNS);
    return turn;
  }

  save() {
    const kept = { id: this.id, turns: this.turns, draft: this.draft, open: this.open };
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // Full, or forbidden by the browser's settings: the conversation lasts as long as the page.
    }
  }

  #restore() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.#key));
      if (!kept) return;
      this.draft = String(kept.draft || "");
      this.open = kept.open === true;
      this.id = typeof kept.id === "string" ? kept.id : null;
      this.turns = kept.turns.map((turn) => ({
        question: String(turn.question),
        answer: turn.answer ? checked(turn.answer) : null,
        stopped: turn.stopped === true,
        failure: settled(turn) ? null : { kind: "interrupted", message: TEXT.failures.interrupted, retryAfter: 0, ...turn.failure },
        verdict: turn.verdict in TEXT.verdicts ? turn.verdict : null,
      }));
    } catch {
      this.clear(); // written by another version, or by something else
    }
  }
}

/** Whether a turn that was kept needs no retry: it was answered whole, or stopped by the visitor. */
function settled(turn) {
  return turn.stopped === true || Boolean(turn.answer && turn.answer.id);
}
