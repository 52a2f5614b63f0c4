/**
 * Who a call is made for, most urgent first. `live`: a run that an event started, or a person before a screen. `replay`: what is
 * caught up, started by a schedule or by hand. `import`: bulk reads.
 */
export const priorities = ["live", "replay", "import"] as const;
export type Priority = (typeof priorities)[number];

/**
 * What an answer tells of the limit: calls in a window, how many of them are left, and after how many milliseconds the next
 * window begins. Source: Intercom developer documentation, "Rate limiting", X-RateLimit-Limit, -Remaining, -Reset.
 */
export interface RateTold {
  limit: number;
  remaining: number;
  resetMs: number;
}

const windowMs = 10_000;
/** 10,000 calls a minute for an app, in windows of ten seconds. Source: as above. */
const documentedLimit = 1_666;
/**
 * At most four fifths of the limit in any ten seconds, wherever Intercom's windows begin: a tenth of it at once, the rest evenly. The
 * last fifth of a window is left to whoever else uses the workspace.
 */
const atOnce = 0.1;
const evenly = 0.7;
const leftToOthers = 0.2;
/** Which share of what there is stays free for those who are more urgent. */
const spared: Record<Priority, number> = { live: 0, replay: 0.25, import: 0.5 };
/** Answers that tell ends of windows closer together than this speak of the same window: the header has whole seconds. */
const sameWindowMs = 2_000;

/** How many calls a connection may make, and when. Pure but for the clock; who goes first is the queue's to say. */
export function createRateBudget(now: () => number) {
  let limit = documentedLimit;
  let tokens = capacity();
  let filledAt = now();
  let closedUntil = 0;
  /** Intercom's own window, as far as its answers told: how many of our share of it are left. */
  let told: { left: number; endsAt: number } | null = null;

  function capacity(): number {
    return Math.max(1, limit * atOnce);
  }
  const perMs = () => (limit * evenly) / windowMs;

  function fill(): void {
    const at = now();
    tokens = Math.min(capacity(), tokens + Math.max(0, at - filledAt) * perMs());
    filledAt = Math.max(filledAt, at);
    if (told && at >= told.endsAt) told = null;
  }

  return {
    /** Takes one call: 0 where it may leave now, else after how many milliseconds it is worth asking again. */
    take(priority: Priority): number {
      fill();
      const at = now();
      if (at < closedUntil) return closedUntil - at;
      const share = spared[priority];
      if (told && told.left < 1 + Math.floor(share * (1 - leftToOthers) * limit)) return told.endsAt - at;
      const wanted = 1 + Math.floor(share * capacity());
      if (tokens < wanted) return Math.ceil((wanted - tokens) / perMs());
      tokens -= 1;
      if (told) told.left -= 1;
      return 0;
    },
    /** Corrects it by what an answer tells; one that comes late speaks of a window that is over. */
    answered(rate: RateTold): void {
      fill();
      const endsAt = now() + rate.resetMs;
      if (told && endsAt < told.endsAt - sameWindowMs) return;
      limit = rate.limit;
      tokens = Math.min(tokens, capacity());
      const left = rate.remaining - leftToOthers * limit;
      const same = told !== null && endsAt < told.endsAt + sameWindowMs;
      // What has left and is not counted there yet is counted here.
      told = { left: told && same ? Math.min(told.left, left) : left, endsAt };
    },
    /** The limit is used up (429): nothing more before the window is over. `pauseMs` is how long Intercom asked for, where it did. */
    usedUp(pauseMs: number | null): void {
      fill();
      tokens = 0;
      closedUntil = Math.max(closedUntil, pauseMs === null ? (told?.endsAt ?? now() + windowMs) : now() + pauseMs);
      // Nothing is saved up meanwhile, so that it does not end in a burst.
      filledAt = closedUntil;
    },
    /** Calls in ten seconds as Intercom told, how many could leave at once now, and until when none may (epoch milliseconds). */
    figures(): { limit: number; left: number; closedUntil: number | null } {
      fill();
      const left = Math.max(0, Math.floor(Math.min(tokens, told?.left ?? tokens)));
      return now() < closedUntil ? { limit, left: 0, closedUntil } : { limit, left, closedUntil: null };
    },
  };
}

export type RateBudget = ReturnType<typeof createRateBudget>;
