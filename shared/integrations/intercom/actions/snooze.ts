import { z } from "zod";
import { text } from "../../../language/text.ts";
import { answer, defineAction } from "../../../nodes/define.ts";
import { duration } from "../../../nodes/form.ts";
import { durationMs, durationWords } from "../../logic/duration.ts";
import { partLookUp, writePart } from "../conversationPart.ts";

/** Intercom 2.16: POST /conversations/{id}/parts, message_type snoozed; `snoozed_until` in epoch seconds. */
export const snooze = defineAction({
  type: "intercom.snooze",
  label: text("Snooze", "Posponer"),
  help: text(
    "Hides the conversation from the inbox for a while.",
    "Aparta la conversación de la bandeja durante un tiempo.",
  ),
  keywords: text("later remind pause hide", "más tarde recordar pausar ocultar"),
  icon: "snooze",
  group: "team",
  config: z.object({ for: duration({ label: text("For how long", "Durante cuánto tiempo") }) }),
  example: { for: { amount: 2, unit: "days" } },
  fresh: { for: { amount: 1, unit: "days" } },
  reply: z.object({ until: answer(z.number(), text("Snoozed until", "Pospuesta hasta"), "date") }),
  plan: (given) =>
    writePart(given, "parts", {
      message_type: "snoozed",
      snoozed_until: Math.floor((given.now + durationMs(given.config.for)) / 1000),
    }),
  answer: (_, given) => ({ until: given.now + durationMs(given.config.for) }),
  simulate: ({ conversationId }) => ({ type: "conversation", id: conversationId ?? "0" }),
  onUncertain: partLookUp((part) => part["part_type"] === "snoozed"),
  changes: (facts, given) =>
    facts.conversation
      ? {
          ...facts,
          conversation: {
            ...facts.conversation,
            state: "snoozed",
            snoozedUntil: given.now + durationMs(given.config.for),
          },
        }
      : facts,
  sentence: (config, { say, language }) =>
    say(`Snooze for ${durationWords(config.for, language)}`, `Posponer ${durationWords(config.for, language)}`),
  done: (config, _, { say, language }) =>
    say(`Snoozed for ${durationWords(config.for, language)}`, `Pospuesta ${durationWords(config.for, language)}`),
});
