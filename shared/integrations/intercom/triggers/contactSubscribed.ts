import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { ofSubscription, subscriptionFilter } from "./filters/subscription.ts";

/** Intercom topic contact.subscribed. */
export const contactSubscribed = defineTrigger({
  type: "intercom.contactSubscribed",
  label: text("Customer subscribed", "Un cliente se suscribió"),
  help: text("Starts when a customer agrees to get e-mails.", "Empieza cuando un cliente acepta recibir correos."),
  keywords: text(
    "subscription opt in newsletter email consent marketing",
    "suscripción alta boletín correo consentimiento marketing",
  ),
  icon: "subscribe",
  group: "triggerCustomer",
  topics: ["contact.subscribed"],
  config: z.object({ subscription: subscriptionFilter() }),
  example: { subscription: null },
  fresh: { subscription: null },
  accepts: ({ config, event }) => ofSubscription(config.subscription, event),
  sentence({ subscription }, { say, name }) {
    const which = subscription === null ? null : name("subscriptionTypes", subscription.id);
    return which === null
      ? say("When a customer subscribes", "Cuando un cliente se suscribe")
      : say(`When a customer subscribes to ${which}`, `Cuando un cliente se suscribe a ${which}`);
  },
});
