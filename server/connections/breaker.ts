import { backOff } from "./backOff.ts";

/** Whether a connection is used: `away` does not answer, `refused` does not accept the token. Instants are epoch milliseconds. */
export type Health = { kind: "answers" } | { kind: "away" | "refused"; since: number };

/** So many calls in a row that are not answered mean that it is not the calls. */
const mostFailures = 5;
/** The question costs next to nothing, and whoever waits wants to go on soon. */
const longestPauseMs = 10_000;
/** With so many runs under way at the same time nothing is held back any more. */
const allLanes = 64;

/**
 * Cuts a connection off that does not answer, or does not accept the token, and lets what waited come back little by little: one at
 * first, and one more with each good answer. Pure but for clock and chance.
 */
export function createBreaker({ now, chance }: { now: () => number; chance: () => number }) {
  let health: Health = { kind: "answers" };
  let failures = 0;
  let lanes = Number.POSITIVE_INFINITY;
  /** Since when it has not answered, until a call but the question itself is answered. */
  let unprovenSince: number | null = null;
  let questions = 0;

  const cut = (kind: "away" | "refused"): void => {
    const since = health.kind === "answers" ? (unprovenSince ?? now()) : health.since;
    health = { kind, since };
  };

  return {
    health: (): Health => health,
    /** How many runs may be under way at the same time. */
    lanes: (): number => (health.kind === "answers" ? lanes : 0),
    /** A call was answered. */
    good(): void {
      if (health.kind !== "answers") return;
      failures = 0;
      unprovenSince = null;
      lanes += 1;
      if (lanes < allLanes) return;
      lanes = Number.POSITIVE_INFINITY;
      questions = 0;
    },
    /** A call was not answered, or with an error of the service's own. */
    bad(): void {
      if (health.kind !== "answers") return;
      failures += 1;
      // The first after it came back says all.
      if (failures >= mostFailures || unprovenSince !== null) cut("away");
    },
    /** The token is not accepted. */
    refuse: (): void => cut("refused"),
    /** The question whether it is there was answered. */
    isBack(): void {
      if (health.kind === "answers") return;
      unprovenSince = health.since;
      health = { kind: "answers" };
      failures = 0;
      lanes = 1;
    },
    /** How long to wait before it is asked whether it is there; longer each time. */
    askAfterMs(): number {
      questions += 1;
      return Math.min(longestPauseMs, backOff(questions, chance()));
    },
    /** What waited for another reason comes back little by little as well. */
    goSlowly(): void {
      lanes = Math.min(lanes, 1);
    },
  };
}

export type Breaker = ReturnType<typeof createBreaker>;
