import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction, type Given } from "../../../nodes/define.ts";
import { template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { contactAnswer, contactReply } from "../contactFields.ts";
import { emptyText, request } from "../request.ts";
import { foundIn, rawJson, search } from "../search.ts";
import { type Of, onOne, otherOne } from "../whose.ts";
import { isSince } from "../since.ts";

type Setting = Of & { externalId: Template; email?: Template | undefined };

const ownId = ({ config, read }: Given<Setting>) => fill(config.externalId, read).trim();
const emailIn = ({ config, read }: Given<Setting>) => (config.email ? fill(config.email, read).trim() : "");

/** Intercom 2.16: POST /visitors/convert. A user who has that id already takes the visitor in. */
export const convertVisitor = defineAction({
  type: "intercom.convertVisitor",
  label: text("Turn visitor into user", "Convertir visitante en usuario"),
  help: text(
    "Makes a user of a visitor who has signed up, or joins them with the user there is.",
    "Hace usuario a un visitante que se registró, o lo une al usuario que ya existe.",
  ),
  keywords: text("convert identify sign up anonymous merge", "identificar registro anónimo fusionar"),
  icon: "merge",
  group: "customer",
  config: z.object({
    externalId: template({ label: text("The user's own id", "Identificador propio del usuario") }, false),
    email: template({ label: text("E-mail", "Correo electrónico") }, false).optional(),
    of: otherOne("contact"),
  }),
  example: { externalId: ["u-204"], email: ["ada@example.com"] },
  fresh: { externalId: [] },
  reply: contactReply(),
  plan: (given) =>
    onOne("contact", given, (id) => {
      if (ownId(given) === "") return emptyText("The own id", "El identificador");
      const email = emailIn(given);
      return request("POST", "/visitors/convert", {
        type: "user",
        user: { user_id: ownId(given), ...(email === "" ? {} : { email }) },
        visitor: { id },
      });
    }),
  answer: contactAnswer,
  simulate: (given) => ({ type: "contact", id: "user", external_id: ownId(given), email: emailIn(given) }),
  onUncertain: {
    read: (given) => search("contacts", [{ field: "external_id", operator: "=", value: ownId(given) }], 1),
    find: (found, _, since) => rawJson(foundIn(found).find((user) => isSince(user["updated_at"], since))),
  },
  causes: () => [{ topic: "contact.user.created", facts: {} }],
  sentence: (_, { say }) => say("Turn the visitor into a user", "Convertir al visitante en usuario"),
  done: (_, { email, name }, { say }) => {
    const who = email || name;
    return say(`Turned the visitor into user ${who}`.trim(), `Convirtió al visitante en usuario ${who}`.trim());
  },
});
