import type { ServerStatus } from "#shared/api/serverStatus.ts";
import type { Connections } from "../connections/connections.ts";
import type { Backups } from "../store/backups.ts";
import { diskOf } from "../store/disk.ts";
import type { EventStore } from "../store/events.ts";
import type { FirstSteps } from "./createFirstSteps.ts";
import type { MetricsDeps } from "./createMetrics.ts";
import type { Readiness } from "./createReadiness.ts";
import { faultsOf } from "./faultsOf.ts";

export interface StatusDeps extends MetricsDeps {
  version: string;
  /** The database's file, and the folder it stands in. */
  file: string;
  folder: string;
  readiness: Readiness;
  firstSteps: FirstSteps;
  events: EventStore;
  backups: Pick<Backups, "state">;
  /** How many runs wait for a person to say whether an effect happened. */
  parked(): number;
  /** A person has stopped everything. */
  isStopped(): boolean;
  /** Intercom cannot be used now. */
  isAway(): boolean;
  /** When the server last died of something that it handled. */
  lastCrash(): number | null;
  connections: Pick<Connections, "current" | "trouble">;
  /** The topics that workflows which are on wait for. */
  topics(): readonly string[];
  retention: ServerStatus["retention"];
}

const hourMs = 3_600_000;
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** How the server does, asked anew each time. */
export function createStatus(deps: StatusDeps): () => ServerStatus {
  const { now, events } = deps;
  const startedAt = now();
  return () => {
    const at = now();
    const { due, since, running, waiting } = deps.queue();
    const { kind, workspace } = deps.connections.current();
    const connection = {
      kind,
      workspace: workspace.name,
      trouble: deps.connections.trouble()?.what ?? null,
      callsLeft: deps.callsLeft(),
    };
    const disk = diskOf(deps.file);
    const backups = deps.backups.state();
    const lastEvent = events.newest(1)[0]?.receivedAt ?? null;
    const unready = deps.readiness();
    const listens = deps.topics().length > 0;
    const { folder } = deps;
    const lastCrash = deps.lastCrash();
    const [parked, stopped, away] = [deps.parked(), deps.isStopped(), deps.isAway()];
    return {
      version: deps.version,
      startedAt: new Date(startedAt).toISOString(),
      faults: faultsOf(
        {
          unready,
          startedAt,
          dueSince: since,
          parked,
          stopped,
          away,
          lastEvent,
          listens,
          backups,
          folder,
          lastCrash,
          disk,
          connection,
        },
        at,
      ),
      runs: { running, waiting, due, dueSince: iso(since) },
      events: {
        lastHour: events.receivedSince(at - hourMs),
        lastDay: events.receivedSince(at - 24 * hourMs),
        last: iso(lastEvent),
      },
      firstSteps: deps.firstSteps.now(),
      connection,
      disk,
      backups: { last: iso(backups.last), kept: backups.kept, failed: backups.failed },
      retention: deps.retention,
    };
  };
}
