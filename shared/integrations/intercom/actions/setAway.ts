import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { choice, pick } from "../../../nodes/form.ts";
import { pathOf, request } from "../request.ts";

/** Intercom 2.16: PUT /admins/{id}/away. */
export const setAway = defineAction({
  type: "intercom.setAway",
  label: text("Set teammate away or back", "Marcar compañero como ausente o disponible"),
  help: text("Turns a teammate's away mode on or off.", "Activa o desactiva el modo ausente de un compañero."),
  keywords: text("absent holiday vacation shift available status", "ausencia vacaciones turno disponible estado"),
  icon: "away",
  group: "team",
  config: z.object({
    teammate: pick({ label: text("Teammate", "Compañero") }, "teammates"),
    away: choice(
      { label: text("Set to", "Estado") },
      { away: text("Away", "Ausente"), back: text("Back", "Disponible") },
    ),
    reassign: choice(
      {
        label: text("Replies while away", "Respuestas durante la ausencia"),
        help: text(
          "Whether new replies go back to the team's inbox.",
          "Si las respuestas nuevas vuelven a la bandeja del equipo.",
        ),
        advanced: true,
      },
      { yes: text("Reassign", "Reasignar"), no: text("Keep", "Mantener") },
    ),
  }),
  example: { teammate: "5912203", away: "away", reassign: "yes" },
  fresh: { away: "away", reassign: "yes" },
  reply: z.object({}),
  plan: ({ config }) =>
    request("PUT", pathOf("admins", config.teammate, "away"), {
      away_mode_enabled: config.away === "away",
      away_mode_reassign: config.away === "away" && config.reassign === "yes",
    }),
  answer: () => ({}),
  simulate: ({ config }) => ({ type: "admin", id: config.teammate, away_mode_enabled: config.away === "away" }),
  onUncertain: "repeat",
  sentence: ({ teammate, away }, { say, name }) => {
    const who = name("teammates", teammate);
    return away === "away"
      ? say(`Set ${who} away`, `Marcar a ${who} como ausente`)
      : say(`Set ${who} back`, `Marcar a ${who} como disponible`);
  },
  done: ({ teammate, away }, _, { say, name }) => {
    const who = name("teammates", teammate);
    return away === "away"
      ? say(`Set ${who} away`, `Marcó a ${who} como ausente`)
      : say(`Set ${who} back`, `Marcó a ${who} como disponible`);
  },
});
