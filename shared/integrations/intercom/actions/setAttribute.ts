import { z } from "zod";
import { record } from "../../../events/raw.ts";
import { shorten, text } from "../../../language/text.ts";
import { answer, defineAction, type Given, type Json, type Plan } from "../../../nodes/define.ts";
import { attributeValue, pick, type AttributeSetting } from "../../../nodes/form.ts";
import { isChip } from "../../../template/template.ts";
import type { Speech } from "../../../language/speech.ts";
import { misfit, valueOf } from "../attributeValue.ts";
import { conversationPath, noConversation } from "../conversationPart.ts";

interface Setting {
  attribute: string;
  value: AttributeSetting;
}

const attributeReply = () =>
  z.object({
    value: answer(
      z.union([z.string(), z.number(), z.boolean()]),
      text("The value that was set", "El valor que se puso"),
      "text",
    ),
  });

/** PUT of one custom attribute, by name, on a contact or a conversation. */
function put(given: Given<Setting>, path: string): Plan {
  const written = valueOf(given.config.value, given.read);
  if (written === null) return misfit(given.config.attribute);
  return {
    type: "request",
    connection: "intercom",
    method: "PUT",
    path,
    body: { custom_attributes: { [given.config.attribute]: written } },
  };
}

const holds = (object: Json, given: Given<Setting>): boolean =>
  record(record(object)["custom_attributes"])[given.config.attribute] === valueOf(given.config.value, given.read);

const lookUp = (path: (given: Given<Setting>) => string) => ({
  read: (given: Given<Setting>) => ({
    type: "request" as const,
    connection: "intercom" as const,
    method: "GET" as const,
    path: path(given),
  }),
  find: (object: Json, given: Given<Setting>) => (holds(object, given) ? object : null),
});

function valueWords({ value }: AttributeSetting, { say, label }: Speech): string {
  if (typeof value === "boolean") return value ? say("yes", "sí") : say("no", "no");
  if (typeof value !== "object") return String(value);
  return shorten(value.map((part) => (isChip(part) ? `[${label(part.ref)}]` : part)).join(""), 60);
}

const contactPath = (given: Given<Setting>) => `/contacts/${encodeURIComponent(given.contactId ?? "")}`;

const shared = {
  example: { attribute: "Plan tier", value: { type: "text" as const, value: ["Gold"] } },
  fresh: {},
  reply: attributeReply(),
  answer: (_: Json, given: Given<Setting>) => ({ value: valueOf(given.config.value, given.read) ?? "" }),
};

/** Intercom 2.16: PUT /contacts/{id}. */
export const setContactAttribute = defineAction({
  ...shared,
  type: "intercom.setContactAttribute",
  label: text("Set customer attribute", "Definir atributo del cliente"),
  help: text("Writes a value into one of the customer's attributes.", "Escribe un valor en un atributo del cliente."),
  keywords: text("contact user data field update", "contacto usuario dato campo actualizar"),
  icon: "contact",
  group: "data",
  config: z.object({
    attribute: pick({ label: text("Attribute", "Atributo") }, "contactAttributes"),
    value: attributeValue({ label: text("Value", "Valor") }, "attribute", "contactAttributes"),
  }),
  needs: ["conversation"],
  plan: (given): Plan =>
    given.contactId === null
      ? {
          type: "skip",
          why: text("Not set: the conversation has no customer.", "Sin cambios: la conversación no tiene cliente."),
        }
      : put(given, contactPath(given)),
  simulate: ({ contactId }) => ({ type: "contact", id: contactId ?? "" }),
  onUncertain: lookUp(contactPath),
  changes: (facts, given) => {
    const value = valueOf(given.config.value, given.read);
    return facts.contact
      ? {
          ...facts,
          contact: { ...facts.contact, attributes: { ...facts.contact.attributes, [given.config.attribute]: value } },
        }
      : facts;
  },
  sentence: (config, speech) =>
    speech.say(
      `Set customer's ${speech.name("contactAttributes", config.attribute)} to ${valueWords(config.value, speech)}`,
      `Poner ${valueWords(config.value, speech)} en ${speech.name("contactAttributes", config.attribute)} del cliente`,
    ),
  done: (config, reply, { say }) =>
    say(
      `Set customer's ${config.attribute} to ${String(reply.value)}`,
      `Puso ${String(reply.value)} en ${config.attribute} del cliente`,
    ),
});

/** Intercom 2.16: PUT /conversations/{id}. */
export const setConversationAttribute = defineAction({
  ...shared,
  type: "intercom.setConversationAttribute",
  label: text("Set conversation attribute", "Definir atributo de la conversación"),
  help: text(
    "Writes a value into one of the conversation's attributes.",
    "Escribe un valor en un atributo de la conversación.",
  ),
  keywords: text("data field update topic", "dato campo actualizar tema"),
  icon: "conversation",
  group: "data",
  config: z.object({
    attribute: pick({ label: text("Attribute", "Atributo") }, "conversationAttributes"),
    value: attributeValue({ label: text("Value", "Valor") }, "attribute", "conversationAttributes"),
  }),
  plan: (given): Plan =>
    given.conversationId === null ? noConversation : put(given, conversationPath(given.conversationId)),
  simulate: ({ conversationId }) => ({ type: "conversation", id: conversationId ?? "" }),
  onUncertain: lookUp((given) => conversationPath(given.conversationId ?? "")),
  changes: (facts, given) => {
    const value = valueOf(given.config.value, given.read);
    const { conversation } = facts;
    return conversation
      ? {
          ...facts,
          conversation: {
            ...conversation,
            attributes: { ...conversation.attributes, [given.config.attribute]: value },
          },
        }
      : facts;
  },
  sentence: (config, speech) =>
    speech.say(
      `Set conversation's ${speech.name("conversationAttributes", config.attribute)} to ${valueWords(config.value, speech)}`,
      `Poner ${valueWords(config.value, speech)} en ${speech.name("conversationAttributes", config.attribute)} de la conversación`,
    ),
  done: (config, reply, { say }) =>
    say(
      `Set conversation's ${config.attribute} to ${String(reply.value)}`,
      `Puso ${String(reply.value)} en ${config.attribute} de la conversación`,
    ),
});
