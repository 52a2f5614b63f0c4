import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { subscriptionConfig, subscriptionStep } from "../subscriptions.ts";

/** Intercom 2.16: POST or DELETE /contacts/{id}/subscriptions, as the subscription's consent has it. */
export const subscribe = defineAction({
  type: "intercom.subscribe",
  label: text("Subscribe customer", "Suscribir cliente"),
  help: text(
    "Lets the customer get the messages of a subscription.",
    "Permite que el cliente reciba los mensajes de una suscripción.",
  ),
  keywords: text("opt in consent newsletter mailing contact", "alta consentimiento boletín correo contacto"),
  icon: "subscribe",
  group: "customer",
  config: subscriptionConfig(),
  example: { subscription: "opt_in:91" },
  fresh: {},
  reply: z.object({}),
  ...subscriptionStep(true),
  sentence: ({ subscription }, { say, name }) =>
    say(
      `Subscribe the customer to ${name("subscriptionTypes", subscription)}`,
      `Suscribir al cliente a ${name("subscriptionTypes", subscription)}`,
    ),
  done: ({ subscription }, _, { say, name }) =>
    say(
      `Subscribed the customer to ${name("subscriptionTypes", subscription)}`,
      `Suscribió al cliente a ${name("subscriptionTypes", subscription)}`,
    ),
});
