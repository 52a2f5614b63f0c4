import { Region, Workspace } from "#shared/api/connection.ts";
import { Lists } from "#shared/workspace/lists.ts";
import type { Database } from "./database.ts";

export interface ConnectionRow {
  region: Region;
  workspace: Workspace;
}

export interface KeptLists {
  lists: Lists;
  /** Epoch milliseconds. */
  refreshedAt: number;
}

/** The connected workspace, its sealed secrets and its lists. */
export function connectionStore(db: Database) {
  const secret = db.prepare<[string], { sealed: Buffer }>("select sealed from secrets where purpose = ?");
  const keepSecret = db.prepare("insert or replace into secrets (purpose, sealed) values (?, ?)");
  const forgetSecret = db.prepare("delete from secrets where purpose = ?");
  const row = db.prepare<[], { region: string; workspace: string }>("select region, workspace from connection");
  const keep = db.prepare("insert or replace into connection (only, region, workspace) values (1, ?, ?)");
  const forget = db.prepare("delete from connection");
  const lists = db.prepare<[string], { body: string; refreshed_at: number }>(
    "select body, refreshed_at from lists where app_id = ?",
  );
  const keepLists = db.prepare("insert or replace into lists (app_id, body, refreshed_at) values (?, ?, ?)");
  return {
    secret: (purpose: string): Buffer | null => secret.get(purpose)?.sealed ?? null,
    keepSecret: (purpose: string, sealed: Buffer): void => void keepSecret.run(purpose, sealed),
    forgetSecret: (purpose: string): void => void forgetSecret.run(purpose),
    get(): ConnectionRow | null {
      const kept = row.get();
      return kept
        ? { region: Region.parse(kept.region), workspace: Workspace.parse(JSON.parse(kept.workspace)) }
        : null;
    },
    keep: ({ region, workspace }: ConnectionRow): void => void keep.run(region, JSON.stringify(workspace)),
    forget: (): void => void forget.run(),
    lists(appId: string): KeptLists | null {
      const kept = lists.get(appId);
      return kept ? { lists: Lists.parse(JSON.parse(kept.body)), refreshedAt: kept.refreshed_at } : null;
    },
    keepLists: (appId: string, { lists: body, refreshedAt }: KeptLists): void =>
      void keepLists.run(appId, JSON.stringify(body), refreshedAt),
    /** Runs `work` in one transaction. */
    together: (work: () => void): void => db.transaction(work)(),
  };
}

export type ConnectionStore = ReturnType<typeof connectionStore>;
