import type { workflows as en } from "../en/workflows.ts";
import type { Words } from "../words.ts";

export const workflows = {} satisfies Words<typeof en>;
