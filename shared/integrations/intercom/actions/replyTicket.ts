import { shorten, text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { ticketWords, wordsConfig, wordsReply } from "../ticketWrite.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /tickets/{id}/reply, message_type comment. */
export const replyTicket = defineAction({
  type: "intercom.replyTicket",
  label: text("Reply on ticket", "Responder en el ticket"),
  help: text("Sends the customer a message on the ticket.", "Envía al cliente un mensaje en el ticket."),
  keywords: text("answer message write respond", "contestar mensaje escribir"),
  icon: "reply",
  group: "ticket",
  altersTalk: true,
  config: wordsConfig("Message", "Mensaje"),
  example: { message: ["We are working on it."] },
  fresh: { message: [] },
  reply: wordsReply(),
  ...ticketWords("comment"),
  sentence: ({ message }, speech) =>
    speech.say(
      `Reply on the ticket “${wording(message, speech)}”`,
      `Responder en el ticket «${wording(message, speech)}»`,
    ),
  done: (_, sent, { say }) =>
    say(`Replied on the ticket “${shorten(sent.text, 80)}”`, `Respondió en el ticket «${shorten(sent.text, 80)}»`),
});
