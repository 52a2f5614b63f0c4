import type { Event } from "../../../../events/event.ts";
import { text } from "../../../../language/text.ts";
import type { Verdict } from "../../../../nodes/define.ts";
import type { Choice } from "../../../../nodes/form.ts";
import { acceptedIf } from "../verdicts.ts";
import { anyOr } from "./anyOr.ts";

/** The setting that narrows a trigger to one type of subscription. */
export const subscriptionFilter = () =>
  anyOr(
    { label: text("Subscription", "Suscripción") },
    ["subscriptionTypes"],
    text("Any subscription", "Cualquier suscripción"),
  );

export const ofSubscription = (chosen: Choice, { facts }: Event): Verdict =>
  acceptedIf(
    chosen === null || (facts.happening?.subscriptions ?? []).some(({ id }) => id === chosen.id),
    text("It was about another subscription.", "Se trataba de otra suscripción."),
  );
