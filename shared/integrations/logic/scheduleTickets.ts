import { z } from "zod";
import { text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";
import { choice, duration } from "../../nodes/form.ts";
import { allOf, type Filter } from "../intercom/search.ts";
import { ticketTypeFilter } from "../intercom/triggers/filters/ticketType.ts";
import { exampleWhen, freshWhen, quiet, quietWords, scheduled, whenSetting } from "./scheduled.ts";
import { timetableWords } from "./timetableWords.ts";

const states = {
  open: {
    label: text("Open tickets", "Tickets abiertos"),
    one: text("open ticket", "ticket abierto"),
    filter: { field: "open", operator: "=", value: true },
  },
  submitted: {
    label: text("Submitted tickets", "Tickets enviados"),
    one: text("submitted ticket", "ticket enviado"),
    filter: { field: "state", operator: "=", value: "submitted" },
  },
  inProgress: {
    label: text("Tickets in progress", "Tickets en curso"),
    one: text("ticket in progress", "ticket en curso"),
    filter: { field: "state", operator: "=", value: "in_progress" },
  },
  waitingOnCustomer: {
    label: text("Tickets that wait for the customer", "Tickets a la espera del cliente"),
    one: text("ticket that waits for the customer", "ticket a la espera del cliente"),
    filter: { field: "state", operator: "=", value: "waiting_on_customer" },
  },
  resolved: {
    label: text("Resolved tickets", "Tickets resueltos"),
    one: text("resolved ticket", "ticket resuelto"),
    filter: { field: "state", operator: "=", value: "resolved" },
  },
} satisfies Record<string, { label: object; one: object; filter: Filter }>;

/** Starts when its time comes, once for each ticket that is found then. Intercom 2.16: POST /tickets/search. */
export const scheduleTickets = defineTrigger({
  ...scheduled,
  type: "logic.scheduleTickets",
  label: text("Each ticket, on a schedule", "Cada ticket, según un horario"),
  help: text(
    "Starts when its time comes, once for each ticket that is found then.",
    "Empieza cuando llega su hora, una vez por cada ticket que se encuentre entonces.",
  ),
  group: "triggerTicket",
  config: z.object({
    when: whenSetting(),
    which: choice(
      { label: text("For each of these", "Por cada uno de estos") },
      {
        open: states.open.label,
        submitted: states.submitted.label,
        inProgress: states.inProgress.label,
        waitingOnCustomer: states.waitingOnCustomer.label,
        resolved: states.resolved.label,
      },
    ),
    quietFor: duration({ label: text("In which nothing has happened for", "En los que no ha pasado nada desde hace") }),
    ticketType: ticketTypeFilter(),
  }),
  example: {
    when: exampleWhen,
    which: "waitingOnCustomer",
    quietFor: { amount: 3, unit: "days" },
    ticketType: { list: "ticketTypes", id: "2980117" },
  },
  fresh: { when: freshWhen, which: "open", quietFor: { amount: 1, unit: "days" }, ticketType: null },
  schedule: ({ when, which, quietFor, ticketType }) => ({
    timetable: when,
    search: {
      of: "ticket",
      query: (at) => {
        const filters: Filter[] = [states[which].filter, quiet(quietFor, at)];
        if (ticketType) filters.push({ field: "ticket_type_id", operator: "=", value: ticketType.id });
        return allOf(filters);
      },
    },
  }),
  sentence({ when, which, quietFor, ticketType }, speech) {
    const { say, pick, name } = speech;
    const one = pick(states[which].one);
    return [
      timetableWords(when, speech),
      say(`, for each ${one}`, `, por cada ${one}`),
      ticketType
        ? say(` of type ${name("ticketTypes", ticketType.id)}`, ` de tipo ${name("ticketTypes", ticketType.id)}`)
        : "",
      quietWords(quietFor, speech),
    ].join("");
  },
});
