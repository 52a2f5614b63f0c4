import type { archive as en } from "../en/archive.ts";
import type { Words } from "../words.ts";

export const archive = {
  title: "Conversaciones pasadas",
} satisfies Words<typeof en>;
