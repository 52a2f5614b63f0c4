/** A mistake that somebody might make, and the tests that are to notice it. */
export interface Bug {
  what: string;
  edits: { file: string; from: string; to: string }[];
  tests: string[];
}

const simulation = "test/server/simulation.test.ts";
const driver = "test/server/driver.test.ts";
const doubts = "test/server/doubts.test.ts";
const past = "test/backtest/simulation.test.ts";
const sameWay = "test/backtest/sameWay.test.ts";

/** Each is planted alone. `from` stands in its file exactly once. */
export const bugs: readonly Bug[] = [
  {
    what: "the journal is written after the effect",
    edits: [
      {
        file: "server/driver/standing.ts",
        from: "  if (!kept) deps.runs.log.intend(run.id, seq, node, effect, at, sentAt);",
        to: "  if (!kept && !isSent) deps.runs.log.intend(run.id, seq, node, effect, at, sentAt);",
      },
      {
        file: "server/driver/standing.ts",
        from: "  deps.runs.log.settle(run.id, seq, outcome);",
        to: `  if (entry?.sentAt) deps.runs.log.intend(run.id, seq, entry.node, entry.effect, entry.intendedAt, entry.sentAt);
  deps.runs.log.settle(run.id, seq, outcome);`,
      },
    ],
    tests: [simulation, driver],
  },
  {
    what: "a commit is not synced to the disk",
    edits: [{ file: "server/store/database.ts", from: '"synchronous = FULL"', to: '"synchronous = OFF"' }],
    tests: ["test/server/durability.test.ts"],
  },
  {
    what: "an event is answered 200 before it is kept",
    edits: [{ file: "server/ingest/webhook.ts", from: "await deps.keep(", to: "void deps.keep(" }],
    tests: ["test/server/webhook.test.ts"],
  },
  {
    what: "two lanes take up one conversation",
    edits: [
      {
        file: "server/driver/embedded.ts",
        from: "deps.runs.dueCells(now, most - lanes.size, freeForBulk, lanes)",
        to: "deps.runs.dueCells(now, most - lanes.size, freeForBulk)",
      },
    ],
    tests: [driver],
  },
  {
    what: "an answer of 500 is taken as nothing done",
    edits: [
      {
        file: "server/driver/sendEffect.ts",
        from: "if (status >= 500) return { reached: true,",
        to: "if (status >= 500) return { reached: false,",
      },
    ],
    tests: [simulation],
  },
  {
    what: "an answer that was lost is taken as nothing done",
    edits: [
      {
        file: "server/driver/sendEffect.ts",
        from: 'reached: performed.kind === "lost"',
        to: "reached: false",
      },
    ],
    tests: [driver, simulation],
  },
  {
    what: "it is looked at once, while the service may still be at work",
    edits: [
      {
        file: "server/driver/sendEffect.ts",
        from: "const quietAt = entry.sentAt + deps.quietMs;",
        to: "const quietAt = entry.sentAt;",
      },
    ],
    tests: [simulation],
  },
  {
    what: "that an effect was sent is kept in memory only",
    edits: [
      {
        file: "server/store/journal.ts",
        from: "effect: JSON.stringify(effect), at, sent: sentAt }",
        to: "effect: JSON.stringify(effect), at, sent: 0 }",
      },
    ],
    tests: [simulation, driver],
  },
  {
    what: "what is parked is tried again by itself",
    edits: [
      {
        file: "server/driver/sendEffect.ts",
        from: 'if (entry.doubt === "parked") return { dueAt: never, asleep: true };',
        to: "",
      },
    ],
    tests: [doubts],
  },
  {
    what: "what stands in Intercom because of another effect is taken for one's own",
    edits: [
      {
        file: "server/store/journal.ts",
        from: "return by !== undefined && (by.run !== run || by.seq !== seq);",
        to: "return by === undefined && run === `${seq}`;",
      },
    ],
    tests: [doubts],
  },
  {
    what: "an outcome and what follows it are not kept together",
    edits: [
      {
        file: "server/driver/handleRun.ts",
        from: "deps.commit(() => during(() => goOn(standing, came, goesOn())));",
        to: "Promise.resolve(during(() => goOn(standing, came, goesOn())));",
      },
    ],
    tests: ["test/server/tableStore.test.ts", simulation, "test/server/torture.test.ts"],
  },
  {
    what: "a delivery that is repeated starts another run",
    edits: [
      {
        file: "server/store/events.ts",
        from: "return changes > 0;",
        to: "return changes >= 0;",
      },
    ],
    tests: ["test/server/webhook.test.ts", "test/server/liveWay.test.ts"],
  },
  {
    what: "the timer sleeps past a clock that is set forward",
    edits: [
      {
        file: "server/driver/embedded.ts",
        from: "const longestTimer = 60_000;",
        to: "const longestTimer = 6_000_000;",
      },
    ],
    tests: ["test/server/clock.test.ts"],
  },
  {
    what: "a server that was overtaken goes on writing",
    edits: [
      {
        file: "server/store/holder.ts",
        from: "export function takeOver(db: Database): void {",
        to: "export function takeOver(db: Database): void {\n  if (db.open) return;",
      },
    ],
    tests: ["test/server/operations.test.ts"],
  },
  {
    what: "a past conversation is known from the start to have the team that it ended with",
    edits: [{ file: "shared/archive/unroll.ts", from: "    teamId: null,", to: "    teamId: now.teamId," }],
    tests: [past, "test/backtest/countedByHand.test.ts"],
  },
  {
    what: "a simulated delay ends in the conversation as it is today",
    edits: [{ file: "shared/archive/eventsIn.ts", from: "if (moment.at > at) break;", to: "" }],
    tests: [past],
  },
  {
    what: "a simulation forgets what the run has changed itself",
    edits: [{ file: "server/backtest/replay.ts", from: "(own.at <= at ? own.change(known) : known)", to: "known" }],
    tests: [past, sameWay],
  },
  {
    what: "an edit re-decides none but those it does not touch",
    edits: [{ file: "server/backtest/simulation.ts", from: "!edited.has(node)", to: "edited.has(node)" }],
    tests: [past],
  },
  {
    what: "what followed a simulated reply counts as known",
    edits: [{ file: "server/backtest/replay.ts", from: "if (altersTalk) this.altered = true;", to: "" }],
    tests: [past],
  },
];
