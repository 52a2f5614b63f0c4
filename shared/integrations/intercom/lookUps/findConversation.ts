import { z } from "zod";
import { conversationFrom } from "../../../events/normalise.ts";
import { string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction } from "../../../nodes/define.ts";
import { choice } from "../../../nodes/form.ts";
import { foundIn, latest, search, simulatedSearch } from "../search.ts";
import { idOf, onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: POST /conversations/search by contact; this run's own conversation is left out. */
export const findConversation = defineAction({
  type: "intercom.findConversation",
  label: text("Find earlier conversation", "Buscar conversación anterior"),
  help: text(
    "Finds the customer's latest other conversation, for later steps.",
    "Busca la última conversación anterior del cliente, para pasos posteriores.",
  ),
  keywords: text("history previous last look up search", "historial previa última localizar consultar"),
  icon: "search",
  group: "lookUp",
  config: z.object({
    state: choice(
      { label: text("Which", "Cuál") },
      {
        any: text("Any", "Cualquiera"),
        open: text("Only open", "Solo abiertas"),
        closed: text("Only closed", "Solo cerradas"),
      },
    ),
    of: otherOne("contact"),
  }),
  example: { state: "any" },
  fresh: { state: "any" },
  reply: z.object({
    found: answer(z.boolean(), text("Whether one was found", "Si se encontró"), "boolean"),
    id: answer(z.string().nullable(), text("The conversation", "La conversación"), "text"),
    title: answer(z.string().nullable(), text("Its title", "Su título"), "text"),
    state: answer(z.string().nullable(), text("Its state", "Su estado"), "text"),
    firstMessage: answer(z.string().nullable(), text("Its first message", "Su primer mensaje"), "text"),
    startedAt: answer(z.number().nullable(), text("When it started", "Cuándo empezó"), "date"),
  }),
  plan: (given) =>
    onOne("contact", given, (id) =>
      search(
        "conversations",
        [
          { field: "contact_ids", operator: "=", value: id },
          ...(given.config.state === "any"
            ? []
            : [{ field: "state", operator: "=" as const, value: given.config.state }]),
        ],
        50,
      ),
    ),
  answer: (body, { conversationId }) => {
    const raw = latest(foundIn(body).filter(({ id }) => string(id) !== conversationId));
    if (!raw) return { found: false, id: null, title: null, state: null, firstMessage: null, startedAt: null };
    const { id, title, state, firstMessage, createdAt } = conversationFrom(raw);
    return { found: true, id, title: title || null, state, firstMessage: firstMessage || null, startedAt: createdAt };
  },
  simulate: (given) =>
    simulatedSearch([
      {
        type: "conversation",
        id: "earlier",
        state: "closed",
        contacts: { contacts: [{ id: idOf("contact", given) ?? "" }] },
      },
    ]),
  onUncertain: "repeat",
  sentence: (_, { say }) =>
    say("Find the customer's earlier conversation", "Buscar la conversación anterior del cliente"),
  done: (_, { found, title, firstMessage }, { say }) => {
    const what = title ?? firstMessage ?? "";
    if (!found) return say("Found no earlier conversation", "No encontró ninguna conversación anterior");
    return what === ""
      ? say("Found an earlier conversation", "Encontró una conversación anterior")
      : say(`Found the conversation “${what.slice(0, 80)}”`, `Encontró la conversación «${what.slice(0, 80)}»`);
  },
});
