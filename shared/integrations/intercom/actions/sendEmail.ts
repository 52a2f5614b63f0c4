import { z } from "zod";
import { shorten, text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { choice, template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import { messageAnswer, messageConfig, messageLookUp, messageReply, sendMessage } from "../message.ts";
import { emptyText, skipped } from "../request.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /messages, message_type email. */
export const sendEmail = defineAction({
  type: "intercom.sendEmail",
  label: text("Send e-mail", "Enviar correo"),
  help: text(
    "Sends the customer an e-mail in a teammate's name. Without an address, or after unsubscribing, nothing is sent.",
    "Envía al cliente un correo en nombre de un compañero. Sin dirección, o si se dio de baja, no se envía nada.",
  ),
  keywords: text("mail outbound message contact", "email saliente mensaje contactar"),
  icon: "mail",
  group: "customer",
  altersTalk: true,
  config: z.object({
    subject: template({ label: text("Subject", "Asunto") }, false),
    ...messageConfig(),
    style: choice(
      { label: text("Style", "Estilo"), advanced: true },
      { plain: text("Plain", "Sencillo"), personal: text("Personal", "Personal") },
    ),
  }),
  example: {
    subject: ["About your request"],
    message: ["Hello ", { ref: "contact.firstName", fallback: "there" }],
    style: "personal",
  },
  fresh: { subject: [], message: [], style: "personal" },
  needs: ["contact"],
  reply: messageReply(),
  plan(given) {
    const { config, facts, read } = given;
    if (facts.contact && facts.contact.email === "")
      return skipped("Not sent: the customer has no e-mail address.", "No enviado: el cliente no tiene correo.");
    if (facts.contact?.unsubscribed)
      return skipped(
        "Not sent: the customer unsubscribed from e-mail.",
        "No enviado: el cliente se dio de baja de los correos.",
      );
    const subject = fill(config.subject, read).trim().replaceAll(/\s+/g, " ");
    return subject === ""
      ? emptyText("The subject", "El asunto")
      : sendMessage(given, { message_type: "email", subject, template: config.style });
  },
  answer: messageAnswer,
  simulate: () => ({ type: "admin_message", id: "new", message_type: "email" }),
  onUncertain: messageLookUp,
  sentence: ({ subject }, speech) =>
    speech.say(`E-mail “${wording(subject, speech)}”`, `Enviar el correo «${wording(subject, speech)}»`),
  done: (_, sent, { say }) =>
    say(`Sent the e-mail “${shorten(sent.text, 80)}”`, `Envió el correo «${shorten(sent.text, 80)}»`),
});
