import type { Json } from "#shared/nodes/define.ts";
import { createBreaker, type Health } from "./breaker.ts";
import { createCallQueue } from "./callQueue.ts";
import type { Called, CallService, Method, Service } from "./callService.ts";
import { createRateBudget, type Priority } from "./rateBudget.ts";

export interface GateDeps {
  /** The one HTTP client. */
  call: CallService;
  now(): number;
  /** From 0 to 1. */
  chance(): number;
  /** Told when the connection stops or begins to be used. */
  onChange(): void;
  /** Told when more runs may be under way than before. */
  onRoom(): void;
}

/** How a connection stands: whether it answers, what is left of its limit, how many calls wait for it. */
export interface GateFigures {
  health: Health;
  budget: { limit: number; left: number; closedUntil: number | null };
  waiting: Record<Priority, number>;
}

/** Who the token belongs to: the cheapest question there is, and the one that is always asked. Source: Intercom 2.16, GET /me. */
const question = "/me";
/** A person, or a search that can be repeated, waits no longer than this for the budget. */
const longestWaitMs = 20_000;

/** What stands between us and one connection: its budget, and the breaker that cuts it off. Every call goes through it. */
export function createGate(service: Service, deps: GateDeps) {
  const { now } = deps;
  const budget = createRateBudget(now);
  const queue = createCallQueue(budget);
  const breaker = createBreaker(deps);
  let timer: NodeJS.Timeout | null = null;
  let asking: Promise<unknown> | null = null;
  let known: Health["kind"] = "answers";
  let closed = false;

  const held = (): Called => {
    const { kind } = breaker.health();
    return { kind: "held", why: kind === "answers" ? "busy" : kind };
  };
  const isCut = (): boolean => breaker.health().kind !== "answers";

  async function send(method: Method, path: string, body?: Json): Promise<Called> {
    const called = await deps.call(service, method, path, body);
    if (called.kind === "answer" && called.rate) budget.answered(called.rate);
    if (called.kind === "answer" && called.status === 429) budget.usedUp(called.retryAfterMs);
    if (closed) return called;
    const status = called.kind === "answer" ? called.status : null;
    const isRefused = status === 401 && path !== question;
    if (path === question) hearAnswer(status);
    else if (isRefused) await (isCut() ? null : ask());
    else if (status !== null && status < 500) breaker.good();
    else breaker.bad();
    tell();
    // Where the token is accepted for other things, this answer stands.
    return isRefused && isCut() ? held() : called;
  }

  /** That the question is answered does not yet say that anything else is. */
  function hearAnswer(status: number | null): void {
    if (status === 401) breaker.refuse();
    else if (status !== null && status < 500) breaker.isBack();
    else if (isCut()) askLater();
    else breaker.bad();
  }

  function tell(): void {
    const { kind } = breaker.health();
    if (kind === known) {
      if (breaker.lanes() < Number.POSITIVE_INFINITY) deps.onRoom();
      return;
    }
    known = kind;
    if (timer) clearTimeout(timer);
    if (isCut()) queue.sendAway();
    askLater();
    deps.onChange();
  }

  /** Of itself it is asked only while it does not answer: what refuses a token goes on refusing it. */
  function askLater(): void {
    if (closed || breaker.health().kind !== "away") return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void ask(), breaker.askAfterMs());
  }

  const ask = (): Promise<unknown> =>
    (asking ??= send("GET", question).finally(() => {
      asking = null;
    }));

  return {
    /** A call of that urgency, when the budget allows it. */
    async call(priority: Priority, method: Method, path: string, body?: Json): Promise<Called> {
      if (isCut() && path !== question) return held();
      return closed || !(await queue.enter(priority, longestWaitMs)) ? held() : send(method, path, body);
    },
    /** Waits until one call may leave, which has to follow by `admitted`; false where nothing is sent now. */
    admit: async (priority: Priority): Promise<boolean> => !closed && !isCut() && queue.enter(priority, null),
    /** Whether one call may leave at once, which has to follow by `admitted`. */
    mayLeave: (priority: Priority): boolean => !closed && !isCut() && queue.mayPass(priority),
    admitted: (method: Method, path: string, body?: Json): Promise<Called> =>
      isCut() ? Promise.resolve(held()) : send(method, path, body),
    /** Asks at once whether it answers and accepts the token. */
    ask,
    lanes: breaker.lanes,
    goSlowly: breaker.goSlowly,
    figures: (): GateFigures => ({ health: breaker.health(), budget: budget.figures(), waiting: queue.waiting() }),
    /** Whoever waits is sent away. */
    close(): void {
      closed = true;
      if (timer) clearTimeout(timer);
      queue.sendAway();
    },
  };
}

export type Gate = ReturnType<typeof createGate>;
