import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { conversationPath } from "../conversationPart.ts";
import { participantConfig, participantLookUp, participantReply, participantStep } from "../participant.ts";
import { request } from "../request.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /contacts/search, then POST /conversations/{id}/customers. */
export const addParticipant = defineAction({
  type: "intercom.addParticipant",
  label: text("Add participant", "Añadir participante"),
  help: text("Brings another customer into the conversation.", "Incluye a otro cliente en la conversación."),
  keywords: text("person customer cc copy include", "persona cliente cc copia incluir"),
  icon: "addPerson",
  group: "team",
  config: participantConfig(),
  example: { email: ["manager@example.com"] },
  fresh: { email: [] },
  reply: participantReply(),
  ...participantStep((person, given) =>
    request("POST", `${conversationPath(given.conversationId ?? "")}/customers`, {
      admin_id: given.actor,
      customer: { intercom_user_id: person },
    }),
  ),
  onUncertain: participantLookUp((takesPart) => takesPart),
  sentence: ({ email }, speech) =>
    speech.say(
      `Add ${wording(email, speech)} to the conversation`,
      `Añadir a ${wording(email, speech)} a la conversación`,
    ),
  done: (_, { email, found }, { say }) =>
    found
      ? say(`Added ${email} to the conversation`, `Añadió a ${email} a la conversación`)
      : say(`No customer has the e-mail ${email}`, `Ningún cliente tiene el correo ${email}`),
});
