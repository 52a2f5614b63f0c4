import { z } from "zod";
import { entries, record, string } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, type Given, type Json, type LookUp, type Plan } from "../../nodes/define.ts";
import { template } from "../../nodes/form.ts";
import type { RequestEffect } from "../../nodes/effect.ts";
import { fill } from "../../template/fill.ts";
import type { Template } from "../../template/template.ts";
import { conversationPath, noConversation } from "./conversationPart.ts";
import { emptyText, request } from "./request.ts";
import { foundIn, search, simulatedSearch } from "./search.ts";

interface Setting {
  email: Template;
}

export const participantConfig = () =>
  z.object({ email: template({ label: text("Their e-mail", "Su correo") }, false) });

export const participantReply = () =>
  z.object({
    email: z.string(),
    found: answer(z.boolean(), text("Whether there is such a customer", "Si existe ese cliente"), "boolean"),
  });

const emailIn = ({ config, read }: Given<Setting>): string => fill(config.email, read).trim();
/** The first effect's answer is the search; its result is whom the second is about. */
const personIn = ({ answers }: Given<Setting>): string | null => {
  const id = string(foundIn(answers[0])[0]?.["id"]);
  return id === "" ? null : id;
};
const find = (email: string): RequestEffect => search("contacts", [{ field: "email", operator: "=", value: email }], 1);

/** Finds the customer by e-mail, then adds or removes them; nothing happens to the conversation where there is no such customer. */
export const participantStep = (change: (person: string, given: Given<Setting>) => RequestEffect) => ({
  plan(given: Given<Setting>): Plan {
    if (given.conversationId === null) return noConversation;
    const person = personIn(given);
    if (person !== null) return change(person, given);
    return emailIn(given) === "" ? emptyText("The e-mail", "El correo") : find(emailIn(given));
  },
  again: (given: Given<Setting>): boolean => given.answers.length === 1 && personIn(given) !== null,
  answer: (_: Json, given: Given<Setting>) => ({ email: emailIn(given), found: personIn(given) !== null }),
  simulate: (given: Given<Setting>): Json =>
    given.answers.length === 0 && personIn(given) === null
      ? simulatedSearch([{ type: "contact", id: "found" }])
      : { customers: [{ type: "user", id: personIn(given) ?? "" }] },
});

/** Reads who takes part in the conversation; `proof` says what that must be like. */
export const participantLookUp = (proof: (takesPart: boolean) => boolean): LookUp<Setting> => ({
  read: (given) =>
    personIn(given) === null ? find(emailIn(given)) : request("GET", conversationPath(given.conversationId ?? "")),
  find(answered, given) {
    const person = personIn(given);
    if (person === null) return Array.isArray(record(answered)["data"]) ? answered : null;
    const contacts = entries(record(answered)["contacts"], "contacts", "data");
    return proof(contacts.some(({ id }) => string(id) === person)) ? answered : null;
  },
});
