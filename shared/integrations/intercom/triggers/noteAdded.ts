import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { byTeammate, teammateFilter, teammateWords } from "./filters/teammate.ts";
import { didBy, whoChoice } from "./filters/who.ts";
import { acceptedByAll } from "./verdicts.ts";

/** Intercom topic conversation.admin.noted. */
export const noteAdded = defineTrigger({
  type: "intercom.noteAdded",
  label: text("Note added", "Nota añadida"),
  help: text(
    "Starts when an internal note is left in a conversation.",
    "Empieza cuando se deja una nota interna en una conversación.",
  ),
  keywords: text("internal comment private mention", "comentario interno privada mención"),
  icon: "note",
  group: "triggerConversation",
  topics: ["conversation.admin.noted"],
  config: z.object({ by: whoChoice(text("Written by", "Escrita por")), teammate: teammateFilter() }),
  example: { by: "anyone", teammate: null },
  fresh: { by: "anyone", teammate: null },
  accepts: ({ config, event }) => acceptedByAll(didBy(config.by, event), byTeammate(config.teammate, event)),
  sentence({ by, teammate }, speech) {
    const who = by === "bot" ? speech.say("a bot", "un bot") : teammateWords(teammate, speech);
    return by === "anyone" && teammate === null
      ? speech.say("When a note is added to a conversation", "Cuando se añade una nota a una conversación")
      : speech.say(`When ${who} adds a note to a conversation`, `Cuando ${who} añade una nota a una conversación`);
  },
});
