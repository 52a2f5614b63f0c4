import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { choice } from "../../../nodes/form.ts";
import { teammateFilter, teammateWords } from "./filters/teammate.ts";
import { acceptedByAll, acceptedIf } from "./verdicts.ts";

/** Intercom topic admin.away_mode_updated. */
export const teammateAway = defineTrigger({
  type: "intercom.teammateAway",
  label: text("Teammate away or back", "Compañero ausente o de vuelta"),
  help: text(
    "Starts when a teammate switches away mode on or off.",
    "Empieza cuando un compañero activa o desactiva el modo ausente.",
  ),
  keywords: text("away mode available absent presence status back", "modo ausente disponible presencia estado vuelta"),
  icon: "away",
  group: "triggerData",
  topics: ["admin.away_mode_updated"],
  config: z.object({
    change: choice(
      { label: text("What happened", "Qué ocurrió") },
      {
        any: text("Away or back", "Ausente o de vuelta"),
        away: text("Went away", "Se ausentó"),
        back: text("Came back", "Volvió"),
      },
    ),
    teammate: teammateFilter(),
  }),
  example: { change: "away", teammate: null },
  fresh: { change: "any", teammate: null },
  accepts: ({ config: { change, teammate }, event }) =>
    acceptedByAll(
      acceptedIf(
        change === "any" || event.facts.happening?.teammate?.away === (change === "away"),
        change === "away"
          ? text("The teammate came back.", "El compañero volvió.")
          : text("The teammate went away.", "El compañero se ausentó."),
      ),
      acceptedIf(
        teammate === null || event.facts.happening?.teammate?.id === teammate.id,
        text("It was another teammate.", "Era otro compañero."),
      ),
    ),
  sentence({ change, teammate }, speech) {
    const who = teammateWords(teammate, speech);
    if (change === "away") return speech.say(`When ${who} goes away`, `Cuando ${who} se ausenta`);
    return change === "back"
      ? speech.say(`When ${who} comes back`, `Cuando ${who} vuelve`)
      : speech.say(`When ${who} goes away or comes back`, `Cuando ${who} se ausenta o vuelve`);
  },
});
