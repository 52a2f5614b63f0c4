import { realLines } from "./test/archive/realConversations.ts";
import { takeConversation } from "./server/archive/takeConversation.ts";
import { pack } from "#shared/archive/packed.ts";
import { openArchive } from "./server/store/database.ts";
import { archiveStore } from "./server/store/archive.ts";
import { rmSync } from "node:fs";
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
};
const t: Record<string, number> = {};
const m = (k: string, f: any) => {
  const a = cpu();
  const r = f();
  t[k] = (t[k] ?? 0) + cpu() - a;
  return r;
};
rmSync("/tmp/zz.sqlite", { force: true });
rmSync("/tmp/zz.sqlite-wal", { force: true });
const db = openArchive("/tmp/zz.sqlite");
const store = archiveStore(db);
let lot: Buffer[] = [];
const now = Date.now();
const go = () => {
  const parsed = m("parse", () => lot.map((b) => JSON.parse(b.toString())));
  const taken = m("take", () => parsed.map((v: any, i: number) => takeConversation(v, { bytes: lot[i], now }))).map(
    (x: any) => x.kept,
  );
  m("pack", () => taken.map((k: any) => pack(k.past)));
  m("keep", () => db.transaction(() => store.keep(taken, 1))());
  lot = [];
};
for (const l of realLines()) {
  lot.push(Buffer.from(l));
  if (lot.length === 500) go();
}
go();
console.log(t);
