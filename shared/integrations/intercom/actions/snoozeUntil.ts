import { z } from "zod";
import { text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { value } from "../../../nodes/form.ts";
import { instantOf } from "../../../template/instantOf.ts";
import { partLookUp, writePart } from "../conversationPart.ts";
import { failed, skipped } from "../request.ts";

const until = ({ config, read }: Given<{ until: string }>) => instantOf(read(config.until));

/** Intercom 2.16: POST /conversations/{id}/parts, message_type snoozed; `snoozed_until` in epoch seconds. */
export const snoozeUntil = defineAction({
  type: "intercom.snoozeUntil",
  label: text("Snooze until a date", "Posponer hasta una fecha"),
  help: text(
    "Hides the conversation from the inbox until the date that a value holds.",
    "Aparta la conversación de la bandeja hasta la fecha que indica un valor.",
  ),
  keywords: text("later remind renewal date day", "más tarde recordar renovación fecha día"),
  icon: "snooze",
  group: "team",
  config: z.object({ until: value({ label: text("Until", "Hasta") }, ["date"]) }),
  example: { until: "contact.attributes.Renewal" },
  fresh: {},
  reply: z.object({ until: answer(z.number(), text("Snoozed until", "Pospuesta hasta"), "date") }),
  plan(given) {
    const at = until(given);
    if (at === null)
      return failed(
        ["The value holds no date.", "El valor no contiene una fecha."],
        ["Choose a value that holds a date.", "Elige un valor que contenga una fecha."],
      );
    return at <= given.now
      ? skipped("Not snoozed: the date has passed.", "Sin posponer: la fecha ya pasó.")
      : writePart(given, "parts", { message_type: "snoozed", snoozed_until: Math.floor(at / 1000) });
  },
  answer: (_, given) => ({ until: until(given) ?? given.now }),
  simulate: ({ conversationId }) => ({ type: "conversation", id: conversationId ?? "0" }),
  onUncertain: partLookUp((part) => part["part_type"] === "snoozed"),
  changes: (facts, given) =>
    facts.conversation
      ? { ...facts, conversation: { ...facts.conversation, state: "snoozed", snoozedUntil: until(given) } }
      : facts,
  sentence: (config, { say, label }) =>
    say(`Snooze until ${label(config.until)}`, `Posponer hasta ${label(config.until)}`),
  done: (_, reply, { say }) => {
    const day = new Date(reply.until).toISOString().slice(0, 10);
    return say(`Snoozed until ${day}`, `Pospuesta hasta el ${day}`);
  },
});
