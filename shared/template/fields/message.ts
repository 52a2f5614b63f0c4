import { text } from "../../language/text.ts";
import { type Field, set } from "./field.ts";
import { people } from "./people.ts";

/** What is known of the message that started the run. */
export const messageFields: readonly Field[] = [
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
    ref: "message.automatic",
    source: "message",
    type: "boolean",
    label: text("Message is automatic", "Mensaje automático"),
    article: "el",
    read: (f) => f.message?.automatic ?? null,
  },
];
