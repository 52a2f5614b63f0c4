import type { ListName } from "../workspace/lists.ts";
import type { Value } from "../conditions/evidence.ts";
import type { Facts } from "../events/facts.ts";
import { text, type Text } from "../language/text.ts";

/** How a value is compared and shown. `choice` and `list` hold ids or fixed words; see `options`. */
export type ValueType = "text" | "number" | "date" | "boolean" | "choice" | "list";

export type Source = "message" | "conversation" | "contact" | "company" | "ticket" | "happening";

/** Fixed words with their names, or one of the workspace's lists. */
export type Options =
  | { fixed: readonly { value: string; label: Text }[] }
  | { list: ListName }
  | { free: readonly string[] };

/** One value a workflow can refer to. */
export interface Field {
  ref: string;
  source: Source;
  type: ValueType;
  label: Text;
  /** Spanish says a label with its article in a running sentence: "el plan de la empresa". */
  article?: "el" | "la" | "los" | "las";
  options?: Options;
  /** The value as conditions compare it; null when it is not set. */
  read(facts: Facts): Value;
  /** The value as a customer would read it, where that differs (names instead of ids). */
  show?(facts: Facts): Value;
}

const set = (value: string): Value => (value === "" ? null : value);
const option = (value: string, en: string, es: string) => ({ value, label: text(en, es) });

const firstName = (name: string): Value => set(name.trim().split(/\s+/)[0] ?? "");

const channels = {
  fixed: [
    option("conversation", "Messenger", "Messenger"),
    option("email", "E-mail", "Correo electrónico"),
    option("whatsapp", "WhatsApp", "WhatsApp"),
    option("sms", "SMS", "SMS"),
    option("phone_call", "Phone", "Teléfono"),
    option("facebook", "Facebook", "Facebook"),
    option("instagram", "Instagram", "Instagram"),
    option("twitter", "X (Twitter)", "X (Twitter)"),
    option("push", "Push message", "Mensaje push"),
  ],
};
const states = {
  fixed: [
    option("open", "Open", "Abierta"),
    option("closed", "Closed", "Cerrada"),
    option("snoozed", "Snoozed", "Pospuesta"),
  ],
};
const priorities = {
  fixed: [
    option("none", "None", "Ninguna"),
    option("low", "Low", "Baja"),
    option("medium", "Medium", "Media"),
    option("high", "High", "Alta"),
    option("urgent", "Urgent", "Urgente"),
  ],
};
const people = {
  fixed: [
    option("customer", "A customer", "Un cliente"),
    option("teammate", "A teammate", "Un compañero de equipo"),
    option("bot", "A bot", "Un bot"),
  ],
};
const roles = {
  fixed: [option("user", "User", "Usuario"), option("lead", "Lead", "Lead"), option("visitor", "Visitor", "Visitante")],
};

/** Every value that exists in any workspace; custom attributes come on top (see `fieldFor`). */
export const fields: readonly Field[] = [
  {
    ref: "message.text",
    source: "message",
    type: "text",
    label: text("Message", "Mensaje"),
    article: "el",
    read: (f) => set(f.message?.text ?? ""),
  },
  {
    ref: "message.subject",
    source: "message",
    type: "text",
    label: text("Message subject", "Asunto del mensaje"),
    article: "el",
    read: (f) => set(f.message?.subject ?? ""),
  },
  {
    ref: "message.authorName",
    source: "message",
    type: "text",
    label: text("Author of the message", "Autor del mensaje"),
    article: "el",
    read: (f) => set(f.message?.authorName ?? ""),
  },
  {
    ref: "message.authorKind",
    source: "message",
    type: "choice",
    options: people,
    label: text("Who wrote the message", "Quién escribió el mensaje"),
    read: (f) => f.message?.authorKind ?? null,
  },
  {
    ref: "message.attachmentCount",
    source: "message",
    type: "number",
    label: text("Number of attachments", "Número de archivos adjuntos"),
    article: "el",
    read: (f) => f.message?.attachmentCount ?? null,
  },

  {
    ref: "conversation.firstMessage",
    source: "conversation",
    type: "text",
    label: text("First message of the conversation", "Primer mensaje de la conversación"),
    article: "el",
    read: (f) => set(f.conversation?.firstMessage ?? ""),
  },
  {
    ref: "conversation.title",
    source: "conversation",
    type: "text",
    label: text("Conversation title", "Título de la conversación"),
    article: "el",
    read: (f) => set(f.conversation?.title ?? ""),
  },
  {
    ref: "conversation.channel",
    source: "conversation",
    type: "choice",
    options: channels,
    label: text("Channel", "Canal"),
    article: "el",
    read: (f) => f.conversation?.channel ?? null,
  },
  {
    ref: "conversation.state",
    source: "conversation",
    type: "choice",
    options: states,
    label: text("Conversation state", "Estado de la conversación"),
    article: "el",
    read: (f) => f.conversation?.state ?? null,
  },
  {
    ref: "conversation.priority",
    source: "conversation",
    type: "choice",
    options: priorities,
    label: text("Priority", "Prioridad"),
    article: "la",
    read: (f) => f.conversation?.priority ?? null,
  },
  {
    ref: "conversation.startedBy",
    source: "conversation",
    type: "choice",
    options: people,
    label: text("Who started the conversation", "Quién inició la conversación"),
    read: (f) => f.conversation?.startedBy ?? null,
  },
  {
    ref: "conversation.tags",
    source: "conversation",
    type: "list",
    options: { list: "tags" },
    label: text("Conversation tags", "Etiquetas de la conversación"),
    article: "las",
    read: (f) => f.conversation?.tags.map((tag) => tag.id) ?? null,
    show: (f) => f.conversation?.tags.map((tag) => tag.name) ?? null,
  },
  {
    ref: "conversation.team",
    source: "conversation",
    type: "choice",
    options: { list: "teams" },
    label: text("Assigned team", "Equipo asignado"),
    article: "el",
    read: (f) => f.conversation?.teamId ?? null,
  },
  {
    ref: "conversation.teammate",
    source: "conversation",
    type: "choice",
    options: { list: "teammates" },
    label: text("Assigned teammate", "Compañero asignado"),
    article: "el",
    read: (f) => f.conversation?.teammateId ?? null,
  },
  {
    ref: "conversation.rating",
    source: "conversation",
    type: "number",
    label: text("Rating (1 to 5)", "Valoración (1 a 5)"),
    article: "la",
    read: (f) => f.conversation?.rating ?? null,
  },
  {
    ref: "conversation.createdAt",
    source: "conversation",
    type: "date",
    label: text("Conversation started at", "Inicio de la conversación"),
    article: "el",
    read: (f) => f.conversation?.createdAt ?? null,
  },
  {
    ref: "conversation.waitingSince",
    source: "conversation",
    type: "date",
    label: text("Customer waiting since", "Cliente en espera desde"),
    article: "el",
    read: (f) => f.conversation?.waitingSince ?? null,
  },
  {
    ref: "conversation.id",
    source: "conversation",
    type: "text",
    label: text("Conversation number", "Número de la conversación"),
    article: "el",
    read: (f) => f.conversation?.id ?? null,
  },

  {
    ref: "contact.firstName",
    source: "contact",
    type: "text",
    label: text("Customer's first name", "Nombre de pila del cliente"),
    article: "el",
    read: (f) => firstName(f.contact?.name ?? ""),
  },
  {
    ref: "contact.name",
    source: "contact",
    type: "text",
    label: text("Customer's name", "Nombre del cliente"),
    article: "el",
    read: (f) => set(f.contact?.name ?? ""),
  },
  {
    ref: "contact.email",
    source: "contact",
    type: "text",
    label: text("Customer's e-mail", "Correo del cliente"),
    article: "el",
    read: (f) => set(f.contact?.email ?? ""),
  },
  {
    ref: "contact.phone",
    source: "contact",
    type: "text",
    label: text("Customer's phone", "Teléfono del cliente"),
    article: "el",
    read: (f) => set(f.contact?.phone ?? ""),
  },
  {
    ref: "contact.role",
    source: "contact",
    type: "choice",
    options: roles,
    label: text("Kind of customer", "Tipo de cliente"),
    article: "el",
    read: (f) => f.contact?.role ?? null,
  },
  {
    ref: "contact.language",
    source: "contact",
    type: "text",
    label: text("Customer's language code", "Código de idioma del cliente"),
    article: "el",
    read: (f) => set(f.contact?.language ?? ""),
  },
  {
    ref: "contact.country",
    source: "contact",
    type: "text",
    label: text("Customer's country", "País del cliente"),
    article: "el",
    read: (f) => set(f.contact?.country ?? ""),
  },
  {
    ref: "contact.city",
    source: "contact",
    type: "text",
    label: text("Customer's city", "Ciudad del cliente"),
    article: "la",
    read: (f) => set(f.contact?.city ?? ""),
  },
  {
    ref: "contact.tags",
    source: "contact",
    type: "list",
    options: { list: "tags" },
    label: text("Customer's tags", "Etiquetas del cliente"),
    article: "las",
    read: (f) => f.contact?.tagIds ?? null,
  },
  {
    ref: "contact.externalId",
    source: "contact",
    type: "text",
    label: text("Customer's own id", "Identificador propio del cliente"),
    article: "el",
    read: (f) => set(f.contact?.externalId ?? ""),
  },
  {
    ref: "contact.unsubscribed",
    source: "contact",
    type: "boolean",
    label: text("Unsubscribed from e-mail", "Baja de los correos"),
    article: "la",
    read: (f) => f.contact?.unsubscribed ?? null,
  },
  {
    ref: "contact.signedUpAt",
    source: "contact",
    type: "date",
    label: text("Customer signed up at", "Registro del cliente"),
    article: "el",
    read: (f) => f.contact?.signedUpAt ?? null,
  },
  {
    ref: "contact.lastSeenAt",
    source: "contact",
    type: "date",
    label: text("Customer last seen at", "Última visita del cliente"),
    article: "la",
    read: (f) => f.contact?.lastSeenAt ?? null,
  },

  {
    ref: "company.name",
    source: "company",
    type: "text",
    label: text("Company name", "Nombre de la empresa"),
    article: "el",
    read: (f) => set(f.company?.name ?? ""),
  },
  {
    ref: "company.plan",
    source: "company",
    type: "text",
    label: text("Company plan", "Plan de la empresa"),
    article: "el",
    read: (f) => set(f.company?.plan ?? ""),
  },
  {
    ref: "company.monthlySpend",
    source: "company",
    type: "number",
    label: text("Company monthly spend", "Gasto mensual de la empresa"),
    article: "el",
    read: (f) => f.company?.monthlySpend ?? null,
  },
  {
    ref: "company.size",
    source: "company",
    type: "number",
    label: text("Company size", "Tamaño de la empresa"),
    article: "el",
    read: (f) => f.company?.size ?? null,
  },
  {
    ref: "company.industry",
    source: "company",
    type: "text",
    label: text("Company industry", "Sector de la empresa"),
    article: "el",
    read: (f) => set(f.company?.industry ?? ""),
  },
  {
    ref: "company.userCount",
    source: "company",
    type: "number",
    label: text("Users in the company", "Usuarios de la empresa"),
    article: "los",
    read: (f) => f.company?.userCount ?? null,
  },
];
