/** Types of message that contacts choose (opt in) or refuse (opt out). They never change here. */
export interface SubscriptionType {
  id: string;
  consent_type: "opt_in" | "opt_out";
  name: string;
  description: string;
  content: "email" | "sms_message";
}

export const subscriptionTypes: readonly SubscriptionType[] = [
  {
    id: "2051",
    consent_type: "opt_out",
    name: "Product news",
    description: "What is new in Halvero, once a month",
    content: "email",
  },
  {
    id: "2052",
    consent_type: "opt_in",
    name: "Roster tips",
    description: "Short lessons from other planners",
    content: "email",
  },
  {
    id: "2053",
    consent_type: "opt_in",
    name: "Outage texts",
    description: "A text message when Halvero is down",
    content: "sms_message",
  },
];
