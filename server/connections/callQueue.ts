import { priorities, type Priority, type RateBudget } from "./rateBudget.ts";

type Waiter = (mayGo: boolean) => void;

/** Whoever wants to call waits here for the budget: the most urgent first, and among them who came first. */
export function createCallQueue(budget: RateBudget) {
  const waiting: Record<Priority, Set<Waiter>> = { live: new Set(), replay: new Set(), import: new Set() };
  let timer: NodeJS.Timeout | null = null;

  function letGo(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    for (const priority of priorities)
      for (const waiter of waiting[priority]) {
        const pauseMs = budget.take(priority);
        // Whoever is less urgent would need even more.
        if (pauseMs > 0) return void (timer = setTimeout(letGo, pauseMs));
        waiting[priority].delete(waiter);
        waiter(true);
      }
  }

  return {
    /** Resolves with true when a call may leave, with false when `longestMs` have passed or all were sent away. */
    enter: (priority: Priority, longestMs: number | null): Promise<boolean> =>
      new Promise((resolve) => {
        const timeout = longestMs === null ? null : setTimeout(() => end(false), longestMs);
        const end: Waiter = (mayGo) => {
          if (timeout) clearTimeout(timeout);
          waiting[priority].delete(end);
          resolve(mayGo);
        };
        waiting[priority].add(end);
        letGo();
      }),
    /** Whether one may call without waiting: the budget allows it, and nobody waits. */
    mayPass: (priority: Priority): boolean =>
      priorities.every((each) => waiting[each].size === 0) && budget.take(priority) <= 0,
    sendAway(): void {
      if (timer) clearTimeout(timer);
      timer = null;
      for (const priority of priorities) for (const waiter of waiting[priority]) waiter(false);
    },
    waiting: (): Record<Priority, number> => ({
      live: waiting.live.size,
      replay: waiting.replay.size,
      import: waiting.import.size,
    }),
  };
}

export type CallQueue = ReturnType<typeof createCallQueue>;
