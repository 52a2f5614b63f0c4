import { text, type Text } from "../language/text.ts";

/** The palette's groups, in the order they stand there. */
export const groups = {
  trigger: text("Triggers", "Disparadores"),
  triggerConversation: text("Triggers: conversations", "Disparadores: conversaciones"),
  triggerCustomer: text("Triggers: customers", "Disparadores: clientes"),
  triggerCompany: text("Triggers: companies", "Disparadores: empresas"),
  triggerTicket: text("Triggers: tickets", "Disparadores: tickets"),
  triggerData: text("Triggers: data and teammates", "Disparadores: datos y compañeros"),
  condition: text("Conditions", "Condiciones"),
  customer: text("Customer", "Cliente"),
  team: text("Team and inbox", "Equipo y bandeja"),
  ticket: text("Tickets", "Tickets"),
  company: text("Companies", "Empresas"),
  lookUp: text("Look up", "Buscar"),
  data: text("Data", "Datos"),
  wait: text("Waiting", "Esperas"),
  loop: text("Repeat and branch", "Repetir y ramificar"),
} satisfies Record<string, Text>;

export type GroupName = keyof typeof groups;
