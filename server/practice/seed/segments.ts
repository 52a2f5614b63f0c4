import type { Contact } from "../documents/people.ts";

/** A group of contacts that Intercom works out anew by a rule. They never change here. */
export interface Segment {
  id: string;
  name: string;
  person_type: "contact" | "user";
  /** @param now epoch seconds. */
  holds(contact: Contact, now: number): boolean;
}

const weekSeconds = 7 * 86_400;

export const segments: readonly Segment[] = [
  {
    id: "6810e0a1b2c3d4e5f6070001",
    name: "Pro and Enterprise",
    person_type: "user",
    holds: ({ custom_attributes: { plan_tier } }) => plan_tier === "Pro" || plan_tier === "Enterprise",
  },
  {
    id: "6810e0a1b2c3d4e5f6070002",
    name: "Not onboarded yet",
    person_type: "user",
    holds: ({ role, custom_attributes: { onboarded } }) => role === "user" && onboarded !== true,
  },
  {
    id: "6810e0a1b2c3d4e5f6070003",
    name: "Seen this week",
    person_type: "contact",
    holds: ({ last_seen_at }, now) => last_seen_at !== null && last_seen_at > now - weekSeconds,
  },
];
