import type { Ticket, TicketPart, TicketState, TicketType, TicketTypeAttribute } from "../documents/ticket.ts";
import type { Workspace } from "../workspace.ts";
import { linkedObjects } from "./linkedObjects.ts";

/** Schema `ticket_state`. */
export const ticketStateView = (state: TicketState) => ({ type: "ticket_state", ...state });

const optionsOf = (options: readonly string[]) =>
  options.length === 0
    ? null
    : {
        list_options: options.map((label, index) => ({ id: String(index + 1), label })),
        allow_multiple_values: false,
      };

/** Titles and descriptions are in every type. */
export const defaultAttributes = ["_default_title_", "_default_description_"];

/** What never changes of types: who they belong to, and since when. */
export interface Made {
  appId: string;
  /** Epoch seconds. */
  madeAt: number;
}

function attributeView(attribute: TicketTypeAttribute, order: number, type: TicketType, { appId, madeAt }: Made) {
  const isDefault = defaultAttributes.includes(attribute.name);
  return {
    type: "ticket_type_attribute",
    id: attribute.id,
    workspace_id: appId,
    name: attribute.name,
    description: attribute.description,
    data_type: attribute.data_type,
    input_options: isDefault ? { multiline: order === 1 } : optionsOf(attribute.options),
    order,
    required_to_create: attribute.required_to_create,
    required_to_create_for_contacts: false,
    visible_on_create: true,
    visible_to_contacts: type.category === "Customer",
    default: isDefault,
    ticket_type_id: Number(type.id),
    archived: false,
    created_at: madeAt,
    updated_at: madeAt,
  };
}

const typeBasics = ({ id, name, description, icon, category }: TicketType) => ({
  type: "ticket_type",
  id,
  name,
  description,
  icon,
  archived: false,
  is_internal: category !== "Customer",
  category,
});

/** Schema `ticket_type`, as it stands in a ticket: without the states. */
const typeView = (type: TicketType, made: Made) => ({
  ...typeBasics(type),
  workspace_id: made.appId,
  created_at: made.madeAt,
  updated_at: made.madeAt,
  ticket_type_attributes: {
    type: "list",
    data: type.attributes.map((attribute, order) => attributeView(attribute, order, type, made)),
  },
});

/** Schema `ticket_type`. */
export const ticketTypeView = (type: TicketType, states: readonly TicketState[], made: Made) => ({
  ...typeView(type, made),
  ticket_states: {
    type: "list",
    data: type.state_ids.flatMap((id) => states.filter((state) => state.id === id)).map(ticketStateView),
  },
});

/** Schema `ticket_state_detailed`. */
export const ticketStateDetailed = (state: TicketState, types: readonly TicketType[]) => ({
  ...ticketStateView(state),
  archived: false,
  ticket_types: { type: "list", data: types.filter((type) => type.state_ids.includes(state.id)).map(typeBasics) },
});

/** Schema `ticket_part`. */
export const ticketPartView = ({ app_package_code, ...part }: TicketPart) => ({
  type: "ticket_part",
  ...part,
  updated_at: part.created_at,
  redacted: false,
  ...(app_package_code === null ? {} : { app_package_code }),
});

/** The type and the state of a ticket. @throws Error where the database lost them. */
export function kindOf({ ticketTypes, ticketStates }: Workspace, ticket: Ticket) {
  const [type, state] = [ticketTypes.get(ticket.type_id), ticketStates.get(ticket.state_id)];
  if (!type || !state) throw new Error(`Ticket ${ticket.id} has no type or no state; restore the database.`);
  return { type, state };
}

/** Schema `ticket`, with all its parts; bodies are HTML in webhooks too. `snoozed_until` is null only in those. */
export function ticketView(workspace: Workspace, ticket: Ticket, made: Made) {
  const { type, state } = kindOf(workspace, ticket);
  const { snoozed_until, linked_conversations } = ticket;
  const linked = linked_conversations.map((id) => ({ type: "conversation" as const, id, category: null }));
  return {
    type: "ticket",
    id: ticket.id,
    ticket_id: ticket.ticket_id,
    ticket_attributes: ticket.attributes,
    ticket_state: ticketStateView(state),
    ticket_type: typeView(type, made),
    contacts: { type: "contact.list", contacts: ticket.contacts.map((contact) => ({ type: "contact", ...contact })) },
    admin_assignee_id: ticket.admin_assignee_id,
    team_assignee_id: ticket.team_assignee_id,
    created_at: ticket.created_at,
    updated_at: ticket.updated_at,
    ticket_parts: {
      type: "ticket_part.list",
      ticket_parts: ticket.parts.map(ticketPartView),
      total_count: ticket.parts.length,
    },
    open: ticket.open,
    ...(snoozed_until === null ? {} : { snoozed_until }),
    linked_objects: linkedObjects(linked),
    category: type.category,
    is_shared: ticket.is_shared,
    ...(ticket.company_id === null ? {} : { company_id: ticket.company_id }),
    previous_ticket_state_id: ticket.previous_state_id,
  };
}
