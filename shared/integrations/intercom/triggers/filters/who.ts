import type { Event } from "../../../../events/event.ts";
import { text, type Text } from "../../../../language/text.ts";
import type { Verdict } from "../../../../nodes/define.ts";
import { choice } from "../../../../nodes/form.ts";
import { acceptedIf } from "../verdicts.ts";

/** The setting that asks who did it: a person, a bot (Intercom's own workflows among them), or either. */
export const whoChoice = (label: Text) =>
  choice(
    { label },
    {
      anyone: text("Anyone", "Cualquiera"),
      teammate: text("A teammate", "Un compañero"),
      bot: text("A bot", "Un bot"),
    },
  );

export const didBy = (who: "anyone" | "teammate" | "bot", event: Event): Verdict =>
  acceptedIf(who === "anyone" || event.actor?.kind === who, text("Somebody else did it.", "Lo hizo otra persona."));
