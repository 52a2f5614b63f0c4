import type { conversations as en } from "../en/conversations.ts";
import type { Words } from "../words.ts";

export const conversations = {} satisfies Words<typeof en>;
