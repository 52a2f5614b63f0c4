import type { connections as en } from "../en/connections.ts";
import type { Words } from "../words.ts";

export const connections = {} satisfies Words<typeof en>;
