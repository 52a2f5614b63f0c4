import { z } from "zod";
import { ticketFrom } from "../../../events/normalise.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction } from "../../../nodes/define.ts";
import { foundIn, latest, search, simulatedSearch } from "../search.ts";
import { onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: POST /tickets/search by contact, open ones only. */
export const findTicket = defineAction({
  type: "intercom.findTicket",
  label: text("Find open ticket", "Buscar ticket abierto"),
  help: text(
    "Finds the customer's latest open ticket, for later steps.",
    "Busca el último ticket abierto del cliente, para pasos posteriores.",
  ),
  keywords: text("issue case request look up search", "incidencia caso petición localizar consultar"),
  icon: "search",
  group: "lookUp",
  config: z.object({ of: otherOne("contact") }),
  example: {},
  fresh: {},
  reply: z.object({
    found: answer(z.boolean(), text("Whether one was found", "Si se encontró"), "boolean"),
    id: answer(z.string().nullable(), text("The ticket", "El ticket"), "text"),
    number: answer(z.string().nullable(), text("Its number", "Su número"), "text"),
    title: answer(z.string().nullable(), text("Its title", "Su título"), "text"),
    state: answer(z.string().nullable(), text("Its state", "Su estado"), "text"),
    createdAt: answer(z.number().nullable(), text("When it was created", "Cuándo se creó"), "date"),
  }),
  plan: (given) =>
    onOne("contact", given, (id) =>
      search("tickets", [
        { field: "contact_ids", operator: "=", value: id },
        { field: "open", operator: "=", value: true },
      ]),
    ),
  answer: (body) => {
    const raw = latest(foundIn(body));
    if (!raw) return { found: false, id: null, number: null, title: null, state: null, createdAt: null };
    const { id, number, title, stateName, createdAt } = ticketFrom(raw);
    return { found: true, id, number: number || null, title: title || null, state: stateName || null, createdAt };
  },
  simulate: () => simulatedSearch([{ type: "ticket", id: "found", open: true }]),
  onUncertain: "repeat",
  sentence: (_, { say }) => say("Find the customer's open ticket", "Buscar el ticket abierto del cliente"),
  done: (_, { found, number, title }, { say }) => {
    const what = [number ?? "", title ?? ""].join(" ").trim();
    return found
      ? say(`Found ticket ${what}`.trim(), `Encontró el ticket ${what}`.trim())
      : say("Found no open ticket", "No encontró ningún ticket abierto");
  },
});
