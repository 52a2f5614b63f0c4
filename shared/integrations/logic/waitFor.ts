import { z } from "zod";
import type { Context } from "../../nodes/define.ts";
import { answer, defineFlow } from "../../nodes/define.ts";
import { choices, duration } from "../../nodes/form.ts";
import type { WaitRow } from "../../nodes/flow.ts";
import { Event } from "../../events/event.ts";
import { record } from "../../events/raw.ts";
import { joinWords, text, type Text } from "../../language/text.ts";
import { durationMs, durationWords } from "./duration.ts";

/** What can be waited for: its topics, and where the conversation itself can tell, whether it is so already. */
const happenings = {
  // Somebody's out-of-office reply is no answer.
  customerReplied: row(
    text("The customer replies", "El cliente responde"),
    ["conversation.user.replied"],
    () => false,
    ({ facts }) => facts.message?.automatic !== true,
  ),
  teammateReplied: row(text("A teammate replies", "Un compañero responde"), ["conversation.admin.replied"]),
  assigned: row(
    text("Somebody takes it", "Alguien la toma"),
    ["conversation.admin.assigned", "conversation.admin.open.assigned"],
    ({ facts }) => (facts.conversation?.teammateId ?? null) !== null,
    ({ facts }) => (facts.conversation?.teammateId ?? null) !== null,
  ),
  closed: row(
    text("It is closed", "Se cierra"),
    ["conversation.admin.closed"],
    ({ facts }) => facts.conversation?.state === "closed",
  ),
  rated: row(
    text("The customer rates it", "El cliente la valora"),
    ["conversation.rating.added"],
    ({ facts }) => (facts.conversation?.rating ?? null) !== null,
  ),
};

function row(
  label: Text,
  topics: readonly string[],
  already: (context: Context) => boolean = () => false,
  accepts: (event: Event) => boolean = () => true,
) {
  return { label, topics, already, accepts };
}

type Happening = keyof typeof happenings;
const labels = Object.fromEntries(Object.entries(happenings).map(([name, { label }]) => [name, label])) as Record<
  Happening,
  Text
>;

/** Rests until the first of several things happens in the conversation, or a time is over. What is so already passes at once. */
export const waitFor = defineFlow({
  type: "logic.waitFor",
  label: text("Wait for", "Esperar a que"),
  help: text(
    "Waits until the first of these happens, or the time is over.",
    "Espera a que pase lo primero de esto o se acabe el tiempo.",
  ),
  keywords: text(
    "wait until reply answer no response follow up remind timeout",
    "esperar hasta respuesta contesta sin respuesta seguimiento recordar plazo",
  ),
  icon: "clock",
  group: "wait",
  config: z.object({
    for: choices({ label: text("Until one of these happens", "Hasta que pase algo de esto") }, labels),
    most: duration({ label: text("But no longer than", "Pero como mucho") }),
  }),
  example: { for: ["customerReplied", "closed"], most: { amount: 2, unit: "days" } },
  fresh: { for: ["customerReplied"], most: { amount: 2, unit: "days" } },
  needs: ["conversation"],
  reply: z.object({ text: answer(z.string(), text("The message that came", "El mensaje que llegó"), "text") }),
  outlets: (config) => [
    ...config.for.map((name) => ({ id: name, label: labels[name] })),
    { id: "late", label: text("time is over", "se acabó el tiempo") },
  ],
  bodies: () => [],
  flow: ({ config, now }) => ({
    do: "wait",
    rows: config.for.map((name): WaitRow => ({ exit: name, ...happenings[name] })),
    until: now + durationMs(config.most),
    late: "late",
  }),
  answer(outcome) {
    const event = Event.safeParse(record(outcome)["event"]);
    return { text: event.success ? (event.data.facts.message?.text ?? "") : "" };
  },
  sentence(config, { say, pick, language }) {
    const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
    const what = joinWords(
      config.for.map((name) => lower(pick(labels[name]))),
      say("or", "o"),
    );
    const most = durationWords(config.most, language);
    return say(`Wait until ${what}, at most ${most}`, `Esperar a que ${what}, ${most} como mucho`);
  },
  done(config, { outlet }, { say, pick }) {
    const name = config.for.find((each) => each === outlet);
    return name ? pick(labels[name]) : say("The time was over", "Se acabó el tiempo");
  },
});
