import type { runs as en } from "../en/runs.ts";
import type { Words } from "../words.ts";

export const runs = {} satisfies Words<typeof en>;
