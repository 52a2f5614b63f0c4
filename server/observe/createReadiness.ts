/** Why the server is not ready: in an order in which one would look. */
export type Unready = "stopping" | "database" | "review" | "driver";

export interface ReadinessDeps {
  isStopping(): boolean;
  /** Whether the database takes writes, tried. */
  takesWrites(at: number): boolean;
  isInReview(): boolean;
  isDriving(): boolean;
  now(): number;
}

/** Trying costs a sync: whoever asks more often gets the same answer. */
const tryEveryMs = 2_000;

/** What keeps the server from taking events in and carrying runs on; empty where it does both. */
export function createReadiness({ isStopping, takesWrites, isInReview, isDriving, now }: ReadinessDeps) {
  let tried = { at: Number.NEGATIVE_INFINITY, ok: true };
  return (): Unready[] => {
    // After it was told to stop, the database may be closed.
    if (isStopping()) return ["stopping"];
    const at = now();
    if (Math.abs(at - tried.at) >= tryEveryMs) tried = { at, ok: takesWrites(at) };
    const reasons: [Unready, boolean][] = [
      ["database", !tried.ok],
      ["review", isInReview()],
      ["driver", !isDriving()],
    ];
    return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
  };
}

export type Readiness = ReturnType<typeof createReadiness>;
