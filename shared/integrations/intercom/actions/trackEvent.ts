import { z } from "zod";
import { shorten, text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { pairs, template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { pairValues } from "../pairValues.ts";
import { emptyText, request } from "../request.ts";
import { onOne, otherOne } from "../whose.ts";
import { wording } from "../wording.ts";

const nameIn = ({ config, read }: Given<{ event: Template }>) => shorten(fill(config.event, read).trim(), 120);

/** Intercom 2.16: POST /events, by the contact's Intercom id, since leads have no other. The same event at the same time counts once. */
export const trackEvent = defineAction({
  type: "intercom.trackEvent",
  label: text("Track event", "Registrar evento"),
  help: text(
    "Records that the customer did something, with details.",
    "Registra que el cliente hizo algo, con detalles.",
  ),
  keywords: text("data event analytics activity log metadata", "evento de datos analítica actividad metadatos"),
  icon: "event",
  group: "data",
  config: z.object({
    event: template({ label: text("Event name", "Nombre del evento") }, false),
    metadata: pairs({ label: text("Details", "Detalles") }, 10).optional(),
    of: otherOne("contact"),
  }),
  example: {
    event: ["asked-for-refund"],
    metadata: [{ name: "plan", value: [{ ref: "company.plan", fallback: "free" }] }],
  },
  fresh: { event: [] },
  reply: z.object({ event: answer(z.string(), text("The event", "El evento"), "text") }),
  plan: (given) =>
    onOne("contact", given, (id) => {
      const metadata = pairValues(given.config.metadata ?? [], given.read);
      return nameIn(given) === ""
        ? emptyText("The event's name", "El nombre del evento")
        : request("POST", "/events", {
            event_name: nameIn(given),
            created_at: Math.floor(given.now / 1000),
            id,
            ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
          });
    }),
  answer: (_, given) => ({ event: nameIn(given) }),
  simulate: () => null,
  onUncertain: "repeat",
  causes: ({ event }) => {
    const name = event.map((piece) => (typeof piece === "string" ? piece : "")).join("");
    return [
      { topic: "event.created", facts: { happening: { dataEvent: { name: name.trim(), at: null, metadata: {} } } } },
    ];
  },
  sentence: ({ event }, speech) =>
    speech.say(`Track event “${wording(event, speech)}”`, `Registrar el evento «${wording(event, speech)}»`),
  done: (_, { event }, { say }) => say(`Tracked event “${event}”`, `Registró el evento «${event}»`),
});
