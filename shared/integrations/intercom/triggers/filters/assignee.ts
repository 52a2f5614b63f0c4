import type { Event } from "../../../../events/event.ts";
import type { Speech } from "../../../../language/speech.ts";
import { text } from "../../../../language/text.ts";
import type { Verdict } from "../../../../nodes/define.ts";
import type { Choice } from "../../../../nodes/form.ts";
import { acceptedByAll, acceptedIf } from "../verdicts.ts";
import { anyOr } from "./anyOr.ts";

/** The setting that narrows a trigger to what is assigned to one team or teammate. */
export const assigneeFilter = () =>
  anyOr(
    { label: text("Assigned to", "Asignado a") },
    ["teams", "teammates"],
    text("Any team or teammate", "Cualquier equipo o compañero"),
  );

/** Whom it was given to. Where the event does not say, whoever has it now. Teams and teammates share one space of ids. */
function assigneesOf({ facts }: Event): readonly string[] {
  const to = facts.happening?.assignedTo;
  if (to) return to.kind === "nobody" ? [] : [to.id];
  const holder = facts.conversation ?? facts.ticket;
  return [holder?.teamId, holder?.teammateId].filter((id) => typeof id === "string");
}

export const assignedTo = (chosen: Choice, event: Event): Verdict => {
  const assignees = assigneesOf(event);
  return acceptedByAll(
    acceptedIf(assignees.length > 0, text("The assignment was removed.", "Se quitó la asignación.")),
    acceptedIf(
      chosen === null || assignees.includes(chosen.id),
      text("It was assigned to somebody else.", "Se asignó a otra persona o equipo."),
    ),
  );
};

export const unassigned = (event: Event): Verdict =>
  acceptedIf(assigneesOf(event).length === 0, text("It was assigned to somebody.", "Se asignó a alguien."));

/** " to Billing" / " a Facturación", to end a sentence with; "" for anyone. */
export const assigneeWords = (chosen: Choice, { say, name }: Speech): string =>
  chosen === null ? "" : say(` to ${name(chosen.list, chosen.id)}`, ` a ${name(chosen.list, chosen.id)}`);
