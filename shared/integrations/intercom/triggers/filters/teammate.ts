import type { Event } from "../../../../events/event.ts";
import { text } from "../../../../language/text.ts";
import type { Verdict } from "../../../../nodes/define.ts";
import type { Choice } from "../../../../nodes/form.ts";
import type { Speech } from "../../../../language/speech.ts";
import { acceptedIf } from "../verdicts.ts";
import { anyOr } from "./anyOr.ts";

/** The setting that narrows a trigger to what one teammate does. */
export const teammateFilter = () =>
  anyOr({ label: text("Teammate", "Compañero") }, ["teammates"], text("Any teammate", "Cualquier compañero"));

export const byTeammate = (chosen: Choice, event: Event): Verdict =>
  acceptedIf(
    chosen === null || event.actor?.id === chosen.id,
    text("Another teammate did it.", "Lo hizo otro compañero."),
  );

/** Who it is, as the beginning of a sentence needs it: "a teammate" or a name. */
export const teammateWords = (chosen: Choice, { say, name }: Speech): string =>
  chosen === null ? say("a teammate", "un compañero") : name("teammates", chosen.id);
