import type { editor as en } from "../en/editor.ts";
import type { Words } from "../words.ts";

export const editor = {} satisfies Words<typeof en>;
