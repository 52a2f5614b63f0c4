import { text } from "../../language/text.ts";
import { type Field, option, set } from "./field.ts";
import { people } from "./people.ts";

/** Where a conversation takes place. Source: Intercom 2.16, `source.type` of a conversation. */
export const channels = {
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

/** What is known of the conversation. */
export const conversationFields: readonly Field[] = [
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
];
