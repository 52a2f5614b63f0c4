import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { ofSubscription, subscriptionFilter } from "./filters/subscription.ts";

/** Intercom topic contact.unsubscribed. */
export const contactUnsubscribed = defineTrigger({
  type: "intercom.contactUnsubscribed",
  label: text("Customer unsubscribed", "Un cliente se dio de baja"),
  help: text(
    "Starts when a customer no longer wants e-mails.",
    "Empieza cuando un cliente ya no quiere recibir correos.",
  ),
  keywords: text(
    "unsubscribe opt out newsletter email consent marketing",
    "baja suscripción boletín correo consentimiento marketing",
  ),
  icon: "unsubscribe",
  group: "triggerCustomer",
  topics: ["contact.unsubscribed"],
  config: z.object({ subscription: subscriptionFilter() }),
  example: { subscription: null },
  fresh: { subscription: null },
  accepts: ({ config, event }) => ofSubscription(config.subscription, event),
  sentence({ subscription }, { say, name }) {
    const which = subscription === null ? null : name("subscriptionTypes", subscription.id);
    return which === null
      ? say("When a customer unsubscribes", "Cuando un cliente se da de baja")
      : say(`When a customer unsubscribes from ${which}`, `Cuando un cliente se da de baja de ${which}`);
  },
});
