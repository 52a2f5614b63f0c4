import type { TicketState, TicketType, TicketTypeAttribute } from "../documents/ticket.ts";

const state = (
  id: string,
  category: TicketState["category"],
  internal_label: string,
  external_label: string,
): TicketState => ({ id, category, internal_label, external_label });

export const ticketStates: readonly TicketState[] = [
  state("4519001", "submitted", "Submitted", "Submitted"),
  state("4519002", "in_progress", "In progress", "In progress"),
  state("4519003", "waiting_on_customer", "Waiting on customer", "Waiting on you"),
  state("4519004", "resolved", "Resolved", "Resolved"),
  state("4519005", "in_progress", "With the developers", "In progress"),
];

let nextId = 8_515_001;

type Own = readonly [name: string, type?: TicketTypeAttribute["data_type"], options?: string[]];

/** The two that every type has, and then its own. */
const titled = (...own: Own[]): TicketTypeAttribute[] => {
  const both: Own[] = [["_default_title_"], ["_default_description_"]];
  return [...both, ...own].map(([name, data_type = "string", options = []]) => ({
    id: String(nextId++),
    name,
    description: "",
    data_type,
    options,
    required_to_create: false,
  }));
};

const usual = ["4519001", "4519002", "4519003", "4519004"];

/** Types by the key that tickets use. */
export const ticketTypes = {
  refund: {
    id: "2980117",
    category: "Customer",
    name: "Refund request",
    description: "Money that a customer wants back",
    icon: "💶",
    attributes: titled(
      ["Amount", "decimal"],
      ["Invoice number"],
      ["Reason", "list", ["Charged twice", "Cancelled", "Not as described", "Other"]],
    ),
    state_ids: usual,
  },
  bug: {
    id: "2980118",
    category: "Back-office",
    name: "Bug report",
    description: "For the developers",
    icon: "🐞",
    attributes: titled(
      ["Severity", "list", ["Low", "Medium", "High"]],
      ["Reproduced", "boolean"],
      ["Seen since", "datetime"],
    ),
    state_ids: ["4519001", "4519005", "4519004"],
  },
  outage: {
    id: "2980119",
    category: "Tracker",
    name: "Outage",
    description: "One cause behind many conversations",
    icon: "🚨",
    attributes: titled(["Customers affected", "integer"]),
    state_ids: ["4519001", "4519002", "4519004"],
  },
} as const satisfies Record<string, TicketType>;
