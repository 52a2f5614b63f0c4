import { text, type Text } from "../../language/text.ts";
import type { Given, Plan } from "../../nodes/define.ts";
import { template } from "../../nodes/form.ts";
import { fill } from "../../template/fill.ts";
import { isBlank, type Template } from "../../template/template.ts";

type Kind = "contact" | "company" | "ticket";

const kinds: Record<Kind, { label: Text; help: Text; none: Text; of(given: Given<unknown>): string | null }> = {
  contact: {
    label: text("Which customer", "Qué cliente"),
    help: text(
      "Leave it empty for this run's customer, or insert the customer that an earlier step found.",
      "Déjalo vacío para el cliente de esta ejecución, o inserta el cliente que encontró un paso anterior.",
    ),
    none: text("Not done: there is no customer here.", "Sin hacer: aquí no hay ningún cliente."),
    of: ({ contactId }) => contactId,
  },
  company: {
    label: text("Which company", "Qué empresa"),
    help: text(
      "Leave it empty for the customer's company, or insert the company that an earlier step found.",
      "Déjalo vacío para la empresa del cliente, o inserta la empresa que encontró un paso anterior.",
    ),
    none: text("Not done: the customer has no company.", "Sin hacer: el cliente no tiene empresa."),
    of: ({ companyId }) => companyId,
  },
  ticket: {
    label: text("Which ticket", "Qué ticket"),
    help: text(
      "Leave it empty for this run's ticket, or insert the ticket that an earlier step found or created.",
      "Déjalo vacío para el ticket de esta ejecución, o inserta el ticket que encontró o creó un paso anterior.",
    ),
    none: text("Not done: there is no ticket here.", "Sin hacer: aquí no hay ningún ticket."),
    of: ({ ticketId }) => ticketId,
  },
};

/** The setting, under the key `of`, that turns a step to another customer, company or ticket than the run's own. */
export const otherOne = (kind: Kind) =>
  template({ label: kinds[kind].label, help: kinds[kind].help, advanced: true }, false).optional();

export interface Of {
  of?: Template | undefined;
}

/** Whether the step is about what the run itself is about. */
export const isOwn = ({ of }: Of): boolean => of === undefined || isBlank(of);

/** The id of the one meant; null where there is none. A value that is empty never falls back to the run's own. */
export const idOf = (kind: Kind, given: Given<Of>): string | null => {
  const { of } = given.config;
  return of === undefined || isBlank(of) ? kinds[kind].of(given) : fill(of, given.read).trim() || null;
};

/** Plans for the one meant; says so and does nothing where there is none. */
export const onOne = (kind: Kind, given: Given<Of>, plan: (id: string) => Plan): Plan => {
  const id = idOf(kind, given);
  return id === null ? { type: "skip", why: kinds[kind].none } : plan(id);
};
