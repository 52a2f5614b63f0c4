import type { Event } from "../../../../events/event.ts";
import type { Speech } from "../../../../language/speech.ts";
import { text } from "../../../../language/text.ts";
import type { Verdict } from "../../../../nodes/define.ts";
import type { Choice } from "../../../../nodes/form.ts";
import { acceptedIf } from "../verdicts.ts";
import { anyOr } from "./anyOr.ts";

/** The setting that narrows a trigger to one tag. */
export const tagFilter = () =>
  anyOr({ label: text("Tag", "Etiqueta") }, ["tags"], text("Any tag", "Cualquier etiqueta"));

export const withTag = (chosen: Choice, event: Event): Verdict =>
  acceptedIf(
    chosen === null || event.facts.happening?.tag?.id === chosen.id,
    text("It was another tag.", "Era otra etiqueta."),
  );

/** " with VIP" / " con VIP", to end a sentence with; "" for any tag. */
export const tagWords = (chosen: Choice, { say, name }: Speech): string =>
  chosen === null ? "" : say(` with ${name("tags", chosen.id)}`, ` con ${name("tags", chosen.id)}`);
