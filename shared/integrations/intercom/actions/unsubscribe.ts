import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { subscriptionConfig, subscriptionStep } from "../subscriptions.ts";

/** Intercom 2.16: DELETE or POST /contacts/{id}/subscriptions, as the subscription's consent has it. */
export const unsubscribe = defineAction({
  type: "intercom.unsubscribe",
  label: text("Unsubscribe customer", "Dar de baja de una suscripción"),
  help: text(
    "Stops the messages of a subscription for the customer.",
    "El cliente deja de recibir los mensajes de una suscripción.",
  ),
  keywords: text("opt out consent newsletter mailing contact", "baja consentimiento boletín correo contacto"),
  icon: "unsubscribe",
  group: "customer",
  config: subscriptionConfig(),
  example: { subscription: "opt_in:91" },
  fresh: {},
  reply: z.object({}),
  ...subscriptionStep(false),
  sentence: ({ subscription }, { say, name }) =>
    say(
      `Unsubscribe the customer from ${name("subscriptionTypes", subscription)}`,
      `Dar de baja al cliente de ${name("subscriptionTypes", subscription)}`,
    ),
  done: ({ subscription }, _, { say, name }) =>
    say(
      `Unsubscribed the customer from ${name("subscriptionTypes", subscription)}`,
      `Dio de baja al cliente de ${name("subscriptionTypes", subscription)}`,
    ),
});
