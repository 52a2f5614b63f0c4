import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { choice } from "../../../nodes/form.ts";
import { ratedWithin, ratingChoice, ratingWords } from "./filters/rating.ts";
import { acceptedByAll, acceptedIf } from "./verdicts.ts";

/** Intercom topic conversation.rating.added. */
export const conversationRated = defineTrigger({
  type: "intercom.conversationRated",
  label: text("Conversation rated", "Conversación valorada"),
  help: text(
    "Starts when a customer rates a conversation or adds a comment to the rating.",
    "Empieza cuando un cliente valora una conversación o comenta su valoración.",
  ),
  keywords: text(
    "rating csat satisfaction stars score feedback survey",
    "valoración csat satisfacción estrellas puntuación opinión encuesta",
  ),
  icon: "star",
  group: "triggerConversation",
  topics: ["conversation.rating.added"],
  config: z.object({
    rating: ratingChoice(),
    remark: choice(
      { label: text("Comment", "Comentario"), advanced: true },
      {
        any: text("With or without a comment", "Con o sin comentario"),
        some: text("Only with a comment", "Solo con comentario"),
      },
    ),
  }),
  example: { rating: "bad", remark: "any" },
  fresh: { rating: "any", remark: "any" },
  accepts: ({ config, event }) =>
    acceptedByAll(
      ratedWithin(config.rating, event),
      acceptedIf(
        config.remark === "any" || (event.facts.happening?.rating?.remark ?? "") !== "",
        text("The rating came without a comment.", "La valoración llegó sin comentario."),
      ),
    ),
  sentence({ rating, remark }, speech) {
    const within = ratingWords(rating, speech);
    const also = remark === "some" ? speech.say(" and a comment is left", " y deja un comentario") : "";
    return speech.say(
      `When a conversation is rated${within}${also}`,
      `Cuando un cliente valora una conversación${within}${also}`,
    );
  },
});
