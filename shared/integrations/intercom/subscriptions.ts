import { z } from "zod";
import { entries, record, string } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import type { Given, LookUp, Plan } from "../../nodes/define.ts";
import { pick } from "../../nodes/form.ts";
import { subscriptionIn } from "../../workspace/lists.ts";
import { pathOf, request } from "./request.ts";
import { idOf, type Of, onOne, otherOne } from "./whose.ts";

interface Setting extends Of {
  subscription: string;
}

export const subscriptionConfig = () =>
  z.object({
    subscription: pick({ label: text("Subscription", "Suscripción") }, "subscriptionTypes"),
    of: otherOne("contact"),
  });

/**
 * Whether the customer has to be listed under the subscription: those who agreed are, where it needs consent; those who declined are,
 * where it goes to everybody else. Source: Intercom 2.16, POST /contacts/{id}/subscriptions.
 */
const listed = ({ config }: Given<Setting>, wanted: boolean): boolean =>
  (subscriptionIn(config.subscription).consent === "opt_in") === wanted;

export const subscriptionStep = (wanted: boolean) => ({
  plan: (given: Given<Setting>): Plan =>
    onOne("contact", given, (contact) => {
      const { id, consent } = subscriptionIn(given.config.subscription);
      return listed(given, wanted)
        ? request("POST", pathOf("contacts", contact, "subscriptions"), { id, consent_type: consent })
        : request("DELETE", pathOf("contacts", contact, "subscriptions", id));
    }),
  answer: () => ({}),
  simulate: ({ config }: Given<Setting>) => ({ type: "subscription", id: subscriptionIn(config.subscription).id }),
  onUncertain: {
    read: (given) => request("GET", pathOf("contacts", idOf("contact", given) ?? "", "subscriptions")),
    find(body, given) {
      if (!Array.isArray(record(body)["data"])) return null;
      const { id } = subscriptionIn(given.config.subscription);
      const is = entries(body, "data").some((one) => string(one["id"]) === id);
      return is === listed(given, wanted) ? { type: "subscription", id } : null;
    },
  } satisfies LookUp<Setting>,
});
