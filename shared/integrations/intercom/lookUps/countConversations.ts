import { z } from "zod";
import { text } from "../../../language/text.ts";
import { answer, defineAction } from "../../../nodes/define.ts";
import { duration } from "../../../nodes/form.ts";
import { durationMs, durationWords } from "../../logic/duration.ts";
import { countIn, search, simulatedSearch } from "../search.ts";
import { onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: POST /conversations/search by contact and time; only the total is used. */
export const countConversations = defineAction({
  type: "intercom.countConversations",
  label: text("Count customer's conversations", "Contar conversaciones del cliente"),
  help: text(
    "Counts how many conversations the customer has had in the last days, this one included.",
    "Cuenta cuántas conversaciones ha tenido el cliente en los últimos días, incluida esta.",
  ),
  keywords: text(
    "how many history repeat frequent number look up",
    "cuántas historial repetidas frecuente número consultar",
  ),
  icon: "count",
  group: "lookUp",
  config: z.object({
    within: duration({ label: text("In the last", "En los últimos") }),
    of: otherOne("contact"),
  }),
  example: { within: { amount: 30, unit: "days" } },
  fresh: { within: { amount: 30, unit: "days" } },
  reply: z.object({
    found: answer(z.boolean(), text("Whether there are any", "Si hay alguna"), "boolean"),
    count: answer(z.number(), text("How many", "Cuántas"), "number"),
  }),
  plan: (given) =>
    onOne("contact", given, (id) =>
      search(
        "conversations",
        [
          { field: "contact_ids", operator: "=", value: id },
          {
            field: "created_at",
            operator: ">",
            value: Math.floor((given.now - durationMs(given.config.within)) / 1000),
          },
        ],
        1,
      ),
    ),
  answer: (body) => ({ found: countIn(body) > 0, count: countIn(body) }),
  simulate: () => simulatedSearch([{ type: "conversation", id: "this" }]),
  onUncertain: "repeat",
  sentence: ({ within }, { say, language }) =>
    say(
      `Count the customer's conversations in the last ${durationWords(within, language)}`,
      `Contar las conversaciones del cliente desde hace ${durationWords(within, language)}`,
    ),
  done: (_, { count }, { say }) =>
    count === 1
      ? say("Counted 1 conversation", "Contó 1 conversación")
      : say(`Counted ${count} conversations`, `Contó ${count} conversaciones`),
});
