import { companyFields } from "./fields/company.ts";
import { contactFields } from "./fields/contact.ts";
import { conversationFields } from "./fields/conversation.ts";
import type { Field } from "./fields/field.ts";
import { happeningFields } from "./fields/happening.ts";
import { messageFields } from "./fields/message.ts";
import { ticketFields } from "./fields/ticket.ts";

export type { Field, Options, Source, ValueType } from "./fields/field.ts";

/** Every value that exists in any workspace; custom attributes come on top (see `findField`). */
export const fields: readonly Field[] = [
  ...messageFields,
  ...conversationFields,
  ...contactFields,
  ...companyFields,
  ...ticketFields,
  ...happeningFields,
];
