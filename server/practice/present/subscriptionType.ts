import type { SubscriptionType } from "../seed/subscriptionTypes.ts";

/** Schema `subscription_type`. */
export function subscriptionTypeView({ id, consent_type, name, description, content }: SubscriptionType) {
  const translation = { name, description, locale: "en" };
  return {
    type: "subscription",
    id,
    state: "live",
    consent_type,
    default_translation: translation,
    translations: [translation],
    content_types: [content],
  };
}
