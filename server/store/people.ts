import type { Database } from "./database.ts";

/** Whether anybody has an account. Its table is better-auth's, which makes it when it is first needed. */
export function hasPeople(db: Database): boolean {
  const table = db.prepare("select 1 from sqlite_master where type = 'table' and name = 'user'").get();
  return table !== undefined && db.prepare('select 1 from "user" limit 1').get() !== undefined;
}
