import { randomUUID } from "node:crypto";
import type { Workspace } from "../workspace.ts";

/** Puts a notification into the outbox, inside the transaction of the change it tells of. @param at epoch seconds. */
export type Announce = (topic: string, item: object, at: number) => void;

export const createAnnounce =
  ({ outbox }: Workspace): Announce =>
  (topic, item, at) =>
    outbox.add(`notif_${randomUUID()}`, topic, item, at);
