import type { Database } from "./database.ts";

/** The step that a call is for. */
export interface HookPlace {
  workflow: string;
  node: string;
}

/** A step's address, sealed as it stands in the database. Instants are epoch milliseconds. */
export interface HookRow extends HookPlace {
  token: Buffer;
  secret: Buffer;
  sample: Buffer | null;
  calledAt: number | null;
}

interface Stored extends HookPlace {
  token: Buffer;
  secret: Buffer;
  sample: Buffer | null;
  called_at: number | null;
}

const rowOf = ({ called_at, ...row }: Stored): HookRow => ({ ...row, calledAt: called_at });

/** Addresses that other tools call, by step; they go with their workflow. */
export function hookStore(db: Database) {
  const columns = "workflow, node, token, secret, sample, called_at from hooks";
  const byPlace = db.prepare<[string, string], Stored>(`select ${columns} where workflow = ? and node = ?`);
  const byToken = db.prepare<[Buffer], Stored>(`select ${columns} where token_hash = ?`);
  const add = db.prepare(
    "insert or ignore into hooks (workflow, node, token_hash, token, secret) values (?, ?, ?, ?, ?)",
  );
  const keepToken = db.prepare("update hooks set token_hash = ?, token = ? where workflow = ? and node = ?");
  const keepSecret = db.prepare("update hooks set secret = ? where workflow = ? and node = ?");
  const keepSample = db.prepare("update hooks set sample = ?, called_at = ? where workflow = ? and node = ?");
  return {
    get: ({ workflow, node }: HookPlace): HookRow | null => {
      const row = byPlace.get(workflow, node);
      return row ? rowOf(row) : null;
    },
    find: (tokenHash: Buffer): HookRow | null => {
      const row = byToken.get(tokenHash);
      return row ? rowOf(row) : null;
    },
    add: ({ workflow, node }: HookPlace, tokenHash: Buffer, token: Buffer, secret: Buffer): void =>
      void add.run(workflow, node, tokenHash, token, secret),
    keepToken: ({ workflow, node }: HookPlace, tokenHash: Buffer, token: Buffer): void =>
      void keepToken.run(tokenHash, token, workflow, node),
    keepSecret: ({ workflow, node }: HookPlace, secret: Buffer): void => void keepSecret.run(secret, workflow, node),
    keepSample: ({ workflow, node }: HookPlace, sample: Buffer, at: number): void =>
      void keepSample.run(sample, at, workflow, node),
  };
}

export type HookStore = ReturnType<typeof hookStore>;
