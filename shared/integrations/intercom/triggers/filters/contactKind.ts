import type { Event } from "../../../../events/event.ts";
import type { Speech } from "../../../../language/speech.ts";
import { text } from "../../../../language/text.ts";
import type { Verdict } from "../../../../nodes/define.ts";
import { choice } from "../../../../nodes/form.ts";
import { acceptedIf } from "../verdicts.ts";

type Kind = "any" | "user" | "lead";

/** The setting that narrows a trigger to users or to leads. */
export const contactKindChoice = () =>
  choice(
    { label: text("Kind of customer", "Tipo de cliente") },
    { any: text("Users and leads", "Usuarios y leads"), user: text("Users", "Usuarios"), lead: text("Leads", "Leads") },
  );

/** The topic tells, so that it is known of a contact that comes without its role. */
export const ofKind = (kind: Kind, { topic }: Event): Verdict =>
  acceptedIf(
    kind === "any" || topic.startsWith(`contact.${kind}.`),
    text("It is another kind of customer.", "Es otro tipo de cliente."),
  );

/** "a customer", "a user" or "a lead", inside a sentence. */
export const contactKindWords = (kind: Kind, { say }: Speech): string =>
  kind === "user"
    ? say("a user", "un usuario")
    : kind === "lead"
      ? say("a lead", "un lead")
      : say("a customer", "un cliente");
