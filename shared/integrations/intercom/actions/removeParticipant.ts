import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { conversationPath } from "../conversationPart.ts";
import { participantConfig, participantLookUp, participantReply, participantStep } from "../participant.ts";
import { request } from "../request.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /contacts/search, then DELETE /conversations/{id}/customers/{contact_id}. The last one cannot leave (422). */
export const removeParticipant = defineAction({
  type: "intercom.removeParticipant",
  label: text("Remove participant", "Quitar participante"),
  help: text(
    "Takes a customer out of the conversation; the last one has to stay.",
    "Saca a un cliente de la conversación; el último tiene que quedarse.",
  ),
  keywords: text("person customer cc exclude", "persona cliente cc excluir sacar"),
  icon: "removePerson",
  group: "team",
  config: participantConfig(),
  example: { email: ["manager@example.com"] },
  fresh: { email: [] },
  reply: participantReply(),
  ...participantStep((person, given) =>
    request("DELETE", `${conversationPath(given.conversationId ?? "")}/customers/${encodeURIComponent(person)}`, {
      admin_id: given.actor,
    }),
  ),
  onUncertain: participantLookUp((takesPart) => !takesPart),
  sentence: ({ email }, speech) =>
    speech.say(
      `Remove ${wording(email, speech)} from the conversation`,
      `Quitar a ${wording(email, speech)} de la conversación`,
    ),
  done: (_, { email, found }, { say }) =>
    found
      ? say(`Removed ${email} from the conversation`, `Quitó a ${email} de la conversación`)
      : say(`No customer has the e-mail ${email}`, `Ningún cliente tiene el correo ${email}`),
});
