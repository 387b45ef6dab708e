/** Why something could not be had, in words for the visitor. `retryAfter` is in seconds. */
class Failure extends Error {
  constructor(kind, { message = TEXT.failures[kind], retryAfter = 0, status = 0 } = {}) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
    this.status = status;
  }
}

const KINDS = { 401: "unauthorized", 403: "forbidden", 429: "limited", 502: "unavailable", 503: "unavailable", 504: "unavailable" };
const DEFAULT_PAUSE = { limited: 10, unavailable: 5 };
const LONGEST_PAUSE = 3600;

/** What a response that is not 2xx means. */
async function failureFrom(response) {
  let problem = null;
  try {
    problem = await response.json();
  } catch {
    // A proxy's page of HTML, or nothing: the status says enough.
  }
  return failureOf(response.status, problem, response.headers.get("Retry-After"));
}

/** The same for a problem that arrives inside a stream. */
function failureOf(status, problem, retryAfter) {
  const kind = KINDS[status] || (status >= 400 && status < 500 ? "refused" : "server");
  // What the service says about the question itself helps; its words about a token do not.
  const own = kind === "unauthorized" || !problem || typeof problem.detail !== "string";
  return new Failure(kind, {
    status,
    message: own ? undefined : problem.detail,
    retryAfter: pause(retryAfter) || DEFAULT_PAUSE[kind] || 0,
  });
}

/** Retry-After, which is a number of seconds or a date. */
function pause(header) {
  if (header === null || header === undefined || header === "") return 0;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_PAUSE) : 0;
}

/** A fetch that never got a response. */
function noConnection(error) {
  if (error instanceof Failure || error.name === "AbortError") return error;
  return new Failure(navigator.onLine === false ? "offline" : "network");
}
