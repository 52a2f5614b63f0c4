interface Planned {
  at: number;
  order: number;
  /** Whose it is: the world's outlive the process. */
  life: number | "world";
  act(): void;
}

const realImmediate = setImmediate;
/** Everything that promises have to say is said. */
const said = () => new Promise<void>((done) => realImmediate(done));

/**
 * Time that passes only when nothing is left to do, and then jumps to what comes next. Takes the place of the timers of this process, so
 * that whatever uses them lives in it. The same plans give the same order.
 */
export function createVirtualTime(begun: number) {
  let now = begun;
  let order = 0;
  let life = 0;
  let plans: Planned[] = [];
  const cancelled = new WeakSet<object>();
  const real = { setTimeout, clearTimeout, setImmediate };

  /** A heap by time, then by order. */
  const before = (a: Planned, b: Planned): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
  function push(plan: Planned): void {
    plans.push(plan);
    for (let at = plans.length - 1; at > 0;) {
      const up = (at - 1) >> 1;
      const [child, parent] = [plans[at], plans[up]];
      if (!child || !parent || !before(child, parent)) return;
      [plans[at], plans[up]] = [parent, child];
      at = up;
    }
  }
  function pop(): Planned | undefined {
    const [first] = plans;
    const last = plans.pop();
    if (!last || plans.length === 0) return first;
    plans[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      for (const other of [left, right]) {
        const [a, b] = [plans[other], plans[least]];
        if (a && b && before(a, b)) least = other;
      }
      if (least === at) return first;
      const [a, b] = [plans[at], plans[least]];
      if (a && b) [plans[at], plans[least]] = [b, a];
      at = least;
    }
  }

  const plan = (afterMs: number, act: () => void, whose: number | "world"): Planned => {
    const planned = { at: now + Math.max(0, afterMs), order: order++, life: whose, act };
    push(planned);
    return planned;
  };

  return {
    now: (): number => now,
    /** What happens in the world, whatever becomes of the process. */
    inWorld: (afterMs: number, act: () => void): void => void plan(afterMs, act, "world"),
    /** What happens in the process, if it still lives by then. */
    inProcess: (afterMs: number, act: () => void): void => void plan(afterMs, act, life),
    /** The process is gone, with all that it had planned. */
    endLife(): void {
      life += 1;
    },
    install(): void {
      const fake = {
        setTimeout: (act: () => void, afterMs = 0) => plan(afterMs, act, life),
        clearTimeout: (planned: unknown) => void (typeof planned === "object" && planned && cancelled.add(planned)),
        setImmediate: (act: () => void) => plan(0, act, life),
      };
      Object.assign(globalThis, fake);
    },
    uninstall: (): void => void Object.assign(globalThis, real),
    /** Lets happen what was planned, one after the other, until nothing is or `isOver`. */
    async run(isOver: () => boolean): Promise<void> {
      for (let next = pop(); next && !isOver(); next = pop()) {
        if (cancelled.has(next) || (next.life !== "world" && next.life !== life)) continue;
        now = Math.max(now, next.at);
        next.act();
        await said();
      }
      plans = [];
    },
  };
}

export type VirtualTime = ReturnType<typeof createVirtualTime>;
