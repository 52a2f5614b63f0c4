import type { ConnectionStatus } from "#shared/api/connection.ts";
import { text } from "#shared/language/text.ts";
import type { EventRow } from "../../store/events.ts";
import { emptyLists } from "#shared/workspace/lists.ts";
import type { KeptLists } from "../../store/connection.ts";
import type { Handlers } from "../mount.ts";
import { unanswered } from "../problems.ts";
import { reachable } from "../reachable.ts";
import type { Services } from "./services.ts";

type Names =
  | "getConnection"
  | "testConnection"
  | "connect"
  | "disconnect"
  | "getLists"
  | "refreshLists"
  | "listEvents"
  | "lookForMissed";

const iso = (at: number): string => new Date(at).toISOString();

function noteOf({ known, echo, caughtUp, parked }: EventRow) {
  if (parked)
    return text(
      "It stopped the server three times. It is kept, and starts nothing.",
      "Detuvo el servidor tres veces. Se guarda y no inicia nada.",
    );
  if (!known) return text("A topic that Switchboard does not know yet.", "Un tema que Switchboard aún no conoce.");
  if (echo) return text("Caused by our own action.", "Causado por una acción nuestra.");
  return caughtUp ? text("Missed at first, and caught up.", "Se perdió al principio y se recuperó.") : null;
}

const shown = (kept: KeptLists | null) => ({
  lists: kept?.lists ?? emptyLists(),
  refreshedAt: kept ? iso(kept.refreshedAt) : null,
});

export function connectionHandlers({
  connections,
  lists,
  live,
  events,
  catchUp,
  publicUrl,
}: Services): Pick<Handlers, Names> {
  function status(): ConnectionStatus {
    const { kind, region, workspace } = connections.current();
    const [last] = events.newest(1);
    const kept = connections.lists();
    const missed = catchUp.state();
    return {
      kind,
      region,
      workspace,
      trouble: connections.trouble()?.what ?? null,
      webhookUrl: `${publicUrl}/webhooks/intercom`,
      webhookReachable: reachable(publicUrl),
      topics: live.topics(),
      lastEvent: last ? { topic: last.topic, at: iso(last.receivedAt) } : null,
      listsRefreshedAt: kept ? iso(kept.refreshedAt) : null,
      missed: {
        looking: missed.looking,
        last: missed.last?.endedAt ? { at: iso(missed.last.endedAt), found: missed.last.found } : null,
        trouble: missed.trouble,
      },
    };
  }
  return {
    getConnection: status,
    async testConnection({ body }) {
      const tested = await connections.test(body.accessToken, body.region);
      if (!tested.ok) throw unanswered(tested);
      return tested.workspace;
    },
    async connect({ body }) {
      const connected = await connections.connect(body);
      if (!connected.ok) throw unanswered(connected);
      return status();
    },
    async disconnect() {
      await connections.disconnect();
      return status();
    },
    getLists: () => shown(lists()),
    async refreshLists() {
      const refreshed = await connections.refreshLists();
      if (!refreshed.ok) throw unanswered(refreshed);
      return shown(lists());
    },
    lookForMissed() {
      catchUp.look();
      return status();
    },
    listEvents: ({ query }) => ({
      events: events.newest(query.limit).map((row) => ({
        id: row.id,
        topic: row.topic,
        receivedAt: iso(row.receivedAt),
        subject: row.subjectId,
        runs: row.started,
        note: noteOf(row),
      })),
    }),
  };
}
