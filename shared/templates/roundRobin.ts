import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const roundRobin = defineTemplate({
  id: "round-robin",
  name: text("Take turns in a team", "Turnos en un equipo"),
  sentence: text(
    "Give each new conversation to the teammate whose turn it is; while everybody is away, it waits with the team.",
    "Da cada conversación nueva al compañero al que le toca; si todos están ausentes, espera en el equipo.",
  ),
  icon: "repeat",
  group: "route",
  wants: { team: wants.support },
  examples: [
    {
      says: text("Where do I find my invoices?", "¿Dónde encuentro mis facturas?"),
      result: text(
        "It goes to the teammate with the fewest turns; who is away is passed over.",
        "Va al compañero con menos turnos; quien está ausente se salta.",
      ),
    },
    {
      when: text("Everybody in the team is away", "Todo el equipo está ausente"),
      result: text(
        "The conversation is left to the team, with a note that says why.",
        "La conversación queda para el equipo, con una nota que dice por qué.",
      ),
    },
  ],
  draw: ({ say, chosen, toTeam }) =>
    draw(
      {
        start: step(0, 0, "intercom.conversationStarted", { channel: "any" }),
        team: step(1, 0, "intercom.assign", toTeam("team")),
        turn: { ...step(2, 0, "intercom.takeTurns", chosen("team", "team")), onFail: "exit" },
        note: step(3, 1, "intercom.addNote", {
          note: [
            say(
              "Everybody in the team was away when this came in. Whoever is back first, take it.",
              "Todo el equipo estaba ausente cuando llegó esta conversación. Que la tome quien vuelva primero.",
            ),
          ],
        }),
      },
      ["start.next>team", "team.next>turn", "turn.failed>note"],
    ),
});
