import type { Event } from "#shared/events/event.ts";
import { letsIn } from "#shared/workflow/mode.ts";
import type { WhyAnswer, WhyReason } from "#shared/api/why.ts";
import type { Past } from "#shared/archive/past.ts";
import { trace } from "#shared/engine/trace.ts";
import { readNotification } from "#shared/events/readNotification.ts";
import { titleOf } from "#shared/events/titleOf.ts";
import { conversationIn } from "#shared/why/conversationIn.ts";
import { leftAt } from "#shared/why/leftAt.ts";
import { NoLongerWanted } from "../../backtest/createBacktests.ts";
import { prepare } from "../../backtest/prepare.ts";
import { type Heard, whyLive } from "../../backtest/whyLive.ts";
import { readPast } from "../../intercom/readPast.ts";
import { calleesOf } from "../../publishing/calleesOf.ts";
import type { ListedRun } from "../../store/runs.ts";
import type { VersionRow, WorkflowRow } from "../../store/workflows.ts";
import type { Handlers } from "../mount.ts";
import { noConversation, noSuchConversation, stoppedSimulation, unanswered, unreadable } from "../problems.ts";
import { runStatusOf } from "./runs.ts";
import type { Services } from "./services.ts";

type Told = WhyAnswer["workflows"][number];

/** Events and runs of one conversation that are looked at, and runs that are named. */
const mostEvents = 500;
const mostRuns = 200;
const mostNamed = 10;

/** From those that ran to those that were furthest from it. */
const order: readonly WhyReason["kind"][] = [
  "ran",
  "wouldRun",
  "heldBack",
  "outOfShare",
  "notFirst",
  "refused",
  "own",
  "setAside",
  "later",
  "removed",
  "shadow",
  "off",
  "unheard",
  "elsewhere",
  "unpublished",
];
/** One that left half-way comes after those that did not; one that is off and would have started is nearer than one whose trigger did not let it in. */
function placeOf(reason: WhyReason): number {
  const leftHalfWay = (reason.kind === "ran" || reason.kind === "wouldRun") && reason.left !== null;
  const kind = reason.kind === "off" && reason.letsIn ? "notFirst" : reason.kind;
  return order.indexOf(kind) + (leftHalfWay ? 0.5 : 0);
}

const iso = (at: number): string => new Date(at).toISOString();

export function whyHandlers(services: Services): Pick<Handlers, "why"> {
  const { backtests, call, connections, isSetAside, live, now, registry, runs, why, workflows } = services;

  function heardOf(conversation: string): Heard[] {
    return why.events(connections.current().workspace.appId, conversation, mostEvents).flatMap(({ body, ...how }) => {
      const read = readNotification(JSON.parse(body));
      return read.outcome === "read" ? [{ event: read.event, ...how }] : [];
    });
  }

  function runsOf(conversation: string): Map<string, ListedRun[]> {
    const { appId } = connections.current().workspace;
    const cell = `${appId}:conversation:${conversation}`;
    const own = runs.list({ subject: conversation, limit: mostRuns }).filter((run) => run.cell === cell);
    return Map.groupBy(own, ({ workflow }) => workflow);
  }

  function ran([newest, ...older]: readonly ListedRun[]): Omit<Told, "id" | "name"> | null {
    const document = newest && workflows.versionDocument(newest.version);
    if (!newest || !document) return null;
    const start = isSetAside(newest.id) ? null : (runs.get(newest.id)?.start ?? null);
    const steps = start ? trace(live.compiled(newest.version), start, runs.log.of(newest.id)) : [];
    return {
      version: newest.versionNumber,
      document,
      reason: {
        kind: "ran",
        runs: [newest, ...older].slice(0, mostNamed).map((run) => ({
          id: run.id,
          startedAt: iso(run.startedAt),
          status: runStatusOf(run),
        })),
        left: leftAt(steps, document, registry),
        failure: newest.reason ?? steps.find(({ failure }) => failure)?.failure?.what ?? null,
      },
    };
  }

  function whyNot(
    heard: readonly Heard[],
    removed: ReadonlySet<string>,
    { id, mode, percent, pause }: WorkflowRow,
    versions: readonly VersionRow[],
  ) {
    const published = versions.map(({ number, publishedAt, document }) => {
      let prepared: ReturnType<typeof prepare> | undefined;
      return { number, publishedAt, prepared: () => (prepared ??= prepare(document, registry)) };
    });
    const standing = { workflow: id, mode, percent };
    const onAndOff = {
      mode,
      percent,
      letsIn: (event: Event) => letsIn(standing, event),
      onSince: why.onSince(id),
      pause,
    };
    return whyLive(heard, published, onAndOff, removed);
  }

  /** What a workflow is now: its newest version, or its draft before the first. */
  const drawingOf = ({ id, draft }: WorkflowRow) => {
    const newest = workflows.newestVersion(id);
    return { version: newest?.number ?? null, document: newest?.document ?? draft };
  };

  async function readFromIntercom(id: string): Promise<Past> {
    const read = await readPast(call, connections.current().service, id, now());
    if (!read.ok) throw read.status === 404 ? noSuchConversation() : unanswered(read);
    if (read.unrolled.outcome === "refused") throw unreadable(read.unrolled.why);
    return read.unrolled.past;
  }

  return {
    async why({ query }, { signal }) {
      const id = conversationIn(query.conversation);
      if (id === "") throw noConversation();
      const rows = workflows.all();
      const runsHere = runsOf(id);
      const heard = heardOf(id);
      const found = (source: WhyAnswer["source"], title: string, startedAt: number | null, told: readonly Told[]) => ({
        conversation: { id, title, startedAt: startedAt === null ? null : iso(startedAt) },
        source,
        workflows: told.toSorted((a, b) => placeOf(a.reason) - placeOf(b.reason)),
      });
      const ranOf = ({ id: workflow, name }: WorkflowRow): Told | null => {
        const told = ran(runsHere.get(workflow) ?? []);
        return told && { id: workflow, name, ...told };
      };

      const [first] = heard;
      if (first) {
        const removed = why.removed(connections.current().workspace.appId, id);
        const told = rows.map((row): Told => {
          const reason = () => whyNot(heard, removed, row, workflows.versions(row.id));
          return ranOf(row) ?? { id: row.id, name: row.name, ...drawingOf(row), reason: reason() };
        });
        const { conversation } = first.event.facts;
        return found("events", titleOf(first.event), conversation?.createdAt ?? null, told);
      }

      const rest = rows.filter((row) => !ranOf(row)).map((row) => ({ id: row.id, name: row.name, ...drawingOf(row) }));
      const drawings = rest.map(({ id: workflow, document }) => ({
        workflow,
        document,
        callees: calleesOf(document, workflows, registry),
      }));
      const askThread = (past: Past | null) =>
        backtests.ask("why", { conversation: id, past, drawings }, signal).catch((error: unknown) => {
          throw error instanceof NoLongerWanted ? stoppedSimulation() : error;
        });
      const all = rows.flatMap((row) => ranOf(row) ?? []);
      const known = await askThread(null);
      const isRead = known === "unknown" && query.read === "yes";
      const answer = isRead ? await askThread(await readFromIntercom(id)) : known;
      if (answer === "unknown") return found("none", "", null, all);
      const told = rest.flatMap((drawing, index): Told[] => {
        const reason = answer.reasons[index];
        return reason ? [{ ...drawing, reason }] : [];
      });
      return found(isRead ? "intercom" : "archive", answer.title, answer.startedAt, [...all, ...told]);
    },
  };
}
