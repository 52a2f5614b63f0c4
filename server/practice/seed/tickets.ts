import type { Contact } from "../documents/people.ts";
import type { Ticket, TicketState, TicketType } from "../documents/ticket.ts";
import { messageHtml } from "../messageHtml.ts";
import { playTicket, ticketAuthor, type TicketMove } from "../ticketThread.ts";
import { authorOf } from "../thread.ts";
import { adminAuthor, type Workspace } from "../workspace.ts";
import { entry } from "./entry.ts";
import { admins, teams } from "./team.ts";
import { ticketStates, ticketTypes } from "./ticketTypes.ts";

/** Type, contact, days ago, title, description, team or teammate, state, attributes, what the contact and the teammate said. */
type Row = readonly [
  keyof typeof ticketTypes,
  string,
  number,
  string,
  string,
  string,
  string,
  Ticket["attributes"],
  string?,
  string?,
];

const rows: readonly Row[] = [
  [
    "refund",
    "lucia",
    41,
    "Cobro duplicado",
    "Factura H-1988 cobrada dos veces",
    "elena",
    "4519004",
    { Amount: 79, "Invoice number": "H-1988", Reason: "Charged twice" },
    "¿Cuándo veré el abono?",
    "Lo verás en dos días.",
  ],
  [
    "refund",
    "wade",
    26,
    "Refund for two seats",
    "Removed the day after the invoice",
    "tomas",
    "4519004",
    { Amount: 22, "Invoice number": "H-2011", Reason: "Cancelled" },
  ],
  [
    "refund",
    "samir",
    6,
    "Charged after cancelling",
    "The June invoice came all the same",
    "billing",
    "4519003",
    { Amount: 349, "Invoice number": "H-2038", Reason: "Cancelled" },
    "",
    "Could you send us the date on which you cancelled?",
  ],
  [
    "refund",
    "tilly",
    1,
    "Paid plan by mistake",
    "Wanted to stay on Free",
    "billing",
    "4519001",
    { Amount: 79, Reason: "Other" },
  ],
  [
    "bug",
    "marit",
    33,
    "Single sign-on rejects new certificate",
    "Unknown audience after rotation",
    "nadia",
    "4519004",
    { Severity: "High", Reproduced: true },
  ],
  [
    "bug",
    "wade",
    20,
    "Timeline export is white in Firefox",
    "HV-3127",
    "grace",
    "4519005",
    { Severity: "Medium", Reproduced: true },
  ],
  [
    "bug",
    "amaia",
    9,
    "Los turnos de noche salen duplicados",
    "Solo con horario de verano",
    "support",
    "4519005",
    { Severity: "Medium", Reproduced: false },
  ],
  [
    "bug",
    "liam",
    2,
    "Search ignores accents",
    "Peñalver is not found as Penalver",
    "support",
    "4519001",
    { Severity: "Low", Reproduced: true },
  ],
  [
    "outage",
    "callum",
    14,
    "Rosters load slowly",
    "EMEA region, mornings",
    "nadia",
    "4519004",
    { "Customers affected": 12 },
  ],
  [
    "outage",
    "ximena",
    1,
    "Text messages are late",
    "The provider has a delay",
    "support",
    "4519002",
    { "Customers affected": 31 },
  ],
];

const daySeconds = 86_400;
const hourSeconds = 3_600;

function stateWith(id: string): TicketState {
  const found = ticketStates.find((state) => state.id === id);
  if (!found) throw new Error(`The practice workspace has no ticket state ${id}`);
  return found;
}

/** Tickets of the last weeks, each as its moves left it. @param now epoch seconds. */
export function seedTickets(workspace: Workspace, contacts: ReadonlyMap<string, Contact>, now: number): void {
  for (const state of ticketStates) workspace.ticketStates.put(state);
  for (const type of Object.values<TicketType>(ticketTypes)) workspace.ticketTypes.put(type);
  for (const [key, who, days, title, description, owner, stateId, own, asked, answered] of rows) {
    const type: TicketType = ticketTypes[key];
    const contact = entry(contacts, who);
    const team = teams.get(owner);
    const teammate = team ? null : entry(admins, owner);
    const by = {
      author: ticketAuthor(adminAuthor(teammate ?? entry(admins, "nadia"))),
      app_package_code: null,
    };
    const [first, last] = [stateWith(type.state_ids[0] ?? ""), stateWith(stateId)];
    const since = now - days * daySeconds;
    let at = since;
    let ticket: Ticket = {
      id: workspace.nextId(),
      ticket_id: workspace.nextTicketNumber(),
      type_id: type.id,
      state_id: first.id,
      previous_state_id: null,
      attributes: { _default_title_: title, _default_description_: description, ...own },
      contacts: [{ id: contact.id, external_id: contact.external_id }],
      admin_assignee_id: 0,
      team_assignee_id: 0,
      created_at: since,
      updated_at: since,
      open: true,
      snoozed_until: null,
      is_shared: type.category === "Customer",
      company_id: contact.company_ids[0] ?? null,
      linked_conversations: [],
      tags: [],
      parts: [],
    };
    const play = (move: TicketMove) => {
      ticket = playTicket(ticket, move, workspace.nextId(), at);
      at += hourSeconds;
    };
    play({ ...by, type: "state", to: first, from: first });
    ticket = { ...ticket, previous_state_id: null };
    play({
      ...by,
      type: "assignment",
      to: team ? { type: "team", id: team.id } : { type: "admin", id: teammate?.id ?? "" },
    });
    if (asked)
      play({
        author: ticketAuthor(authorOf(contact)),
        app_package_code: null,
        type: "comment",
        body: messageHtml(asked),
      });
    if (answered) play({ ...by, type: "comment", body: messageHtml(answered) });
    if (last.id !== first.id) play({ ...by, type: "state", to: last, from: first });
    if (last.category === "resolved") play({ ...by, type: "close" });
    workspace.tickets.put(ticket);
  }
}
