import { text } from "../../language/text.ts";
import { type Field, option, set } from "./field.ts";

const categories = {
  fixed: [
    option("customer", "Customer ticket", "Ticket de cliente"),
    option("backOffice", "Back-office ticket", "Ticket de back-office"),
    option("tracker", "Tracker ticket", "Ticket de seguimiento"),
  ],
};

/** The categories of ticket states; each workspace names its own states within them. */
export const stateCategories = {
  fixed: [
    option("submitted", "Submitted", "Enviado"),
    option("inProgress", "In progress", "En curso"),
    option("waitingOnCustomer", "Waiting on customer", "A la espera del cliente"),
    option("resolved", "Resolved", "Resuelto"),
  ],
};

/** What is known of the ticket. */
export const ticketFields: readonly Field[] = [
  {
    ref: "ticket.title",
    source: "ticket",
    type: "text",
    label: text("Ticket title", "Título del ticket"),
    article: "el",
    read: (f) => set(f.ticket?.title ?? ""),
  },
  {
    ref: "ticket.description",
    source: "ticket",
    type: "text",
    label: text("Ticket description", "Descripción del ticket"),
    article: "la",
    read: (f) => set(f.ticket?.description ?? ""),
  },
  {
    ref: "ticket.number",
    source: "ticket",
    type: "text",
    label: text("Ticket number", "Número del ticket"),
    article: "el",
    read: (f) => set(f.ticket?.number ?? ""),
  },
  {
    ref: "ticket.category",
    source: "ticket",
    type: "choice",
    options: categories,
    label: text("Kind of ticket", "Clase de ticket"),
    article: "la",
    read: (f) => f.ticket?.category ?? null,
  },
  {
    ref: "ticket.type",
    source: "ticket",
    type: "choice",
    options: { list: "ticketTypes" },
    label: text("Ticket type", "Tipo de ticket"),
    article: "el",
    read: (f) => set(f.ticket?.typeId ?? ""),
    show: (f) => set(f.ticket?.typeName ?? ""),
  },
  {
    ref: "ticket.stateCategory",
    source: "ticket",
    type: "choice",
    options: stateCategories,
    label: text("Kind of ticket state", "Tipo de estado del ticket"),
    article: "el",
    read: (f) => f.ticket?.stateCategory ?? null,
  },
  {
    ref: "ticket.state",
    source: "ticket",
    type: "choice",
    options: { list: "ticketStates" },
    label: text("Ticket state", "Estado del ticket"),
    article: "el",
    read: (f) => set(f.ticket?.stateId ?? ""),
    show: (f) => set(f.ticket?.stateName ?? ""),
  },
  {
    ref: "ticket.open",
    source: "ticket",
    type: "boolean",
    label: text("Ticket is open", "Ticket abierto"),
    article: "el",
    read: (f) => f.ticket?.open ?? null,
  },
  {
    ref: "ticket.shared",
    source: "ticket",
    type: "boolean",
    label: text("Ticket shared with the customer", "Ticket compartido con el cliente"),
    article: "el",
    read: (f) => f.ticket?.shared ?? null,
  },
  {
    ref: "ticket.team",
    source: "ticket",
    type: "choice",
    options: { list: "teams" },
    label: text("Team assigned to the ticket", "Equipo asignado al ticket"),
    article: "el",
    read: (f) => f.ticket?.teamId ?? null,
  },
  {
    ref: "ticket.teammate",
    source: "ticket",
    type: "choice",
    options: { list: "teammates" },
    label: text("Teammate assigned to the ticket", "Compañero asignado al ticket"),
    article: "el",
    read: (f) => f.ticket?.teammateId ?? null,
  },
  {
    ref: "ticket.createdAt",
    source: "ticket",
    type: "date",
    label: text("Ticket created at", "Creación del ticket"),
    article: "la",
    read: (f) => f.ticket?.createdAt ?? null,
  },
  {
    ref: "ticket.updatedAt",
    source: "ticket",
    type: "date",
    label: text("Ticket last updated at", "Última actualización del ticket"),
    article: "la",
    read: (f) => f.ticket?.updatedAt ?? null,
  },
  {
    ref: "ticket.snoozedUntil",
    source: "ticket",
    type: "date",
    label: text("Ticket snoozed until", "Fin de la pausa del ticket"),
    article: "el",
    read: (f) => f.ticket?.snoozedUntil ?? null,
  },
];
