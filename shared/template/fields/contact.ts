import { zoneOfPlace } from "../../schedule/zoneOfPlace.ts";
import { text } from "../../language/text.ts";
import { type Field, option, set } from "./field.ts";
import type { Value } from "../../conditions/evidence.ts";

const firstName = (name: string): Value => set(name.trim().split(/\s+/)[0] ?? "");

const roles = {
  fixed: [option("user", "User", "Usuario"), option("lead", "Lead", "Lead"), option("visitor", "Visitor", "Visitante")],
};

/** What is known of the customer. */
export const contactFields: readonly Field[] = [
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
    ref: "contact.timeZone",
    source: "contact",
    type: "text",
    label: text("Customer's time zone", "Zona horaria del cliente"),
    article: "la",
    read: (f) => (f.contact ? zoneOfPlace(f.contact.country, f.contact.city) : null),
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
];
