import { z } from "zod";
import { entries, id, list, record, string, type Raw } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { pick } from "../../../nodes/form.ts";
import { noConversation, partLookUp, writePart } from "../conversationPart.ts";

interface Turns {
  team: string;
}

/** Of the team, with an inbox seat, not away and not ourselves; in the order of their ids, so that equals come in turn. */
const present = ({ answers, config: { team }, actor }: Given<Turns>): Raw[] =>
  entries(answers[0], "admins")
    .filter((admin) => string(admin["id"]) !== actor && list(admin["team_ids"]).map(string).includes(team))
    .filter((admin) => admin["away_mode_enabled"] !== true && admin["has_inbox_seat"] !== false)
    .toSorted((a, b) => (string(a["id"]) < string(b["id"]) ? -1 : 1));

const chosen = ({ answers }: Given<Turns>): string | null => id(answers[1]);

/**
 * Assigns to whoever of a team has had the fewest turns. Three effects: who is there (GET /admins), whose turn it is (kept by us,
 * counted in the same commit as the outcome), and the assignment (Intercom 2.16: POST /conversations/{id}/parts).
 */
export const takeTurns = defineAction({
  type: "intercom.takeTurns",
  label: text("Take turns", "Por turnos"),
  help: text(
    "Assigns to the teammate whose turn it is in a team; who is away is passed over.",
    "Asigna al compañero al que le toca en un equipo; quien está ausente se salta.",
  ),
  keywords: text(
    "round robin rotate assign evenly fair distribute balance",
    "turno rotar rotación asignar repartir equitativo distribuir",
  ),
  icon: "assign",
  group: "team",
  config: z.object({ team: pick({ label: text("Team", "Equipo") }, "teams") }),
  example: { team: "7310456" },
  fresh: {},
  reply: z.object({
    teammateId: z.string(),
    teammate: answer(z.string(), text("Whose turn it was", "A quién le tocó"), "text"),
  }),
  plan(given) {
    const { answers, config } = given;
    if (given.conversationId === null) return noConversation;
    if (answers.length === 0) return { type: "request", connection: "intercom", method: "GET", path: "/admins" };
    if (answers.length === 1) {
      const members = present(given).map((admin) => ({ id: string(admin["id"]), weight: 1 }));
      return members.length > 0 ? { type: "turn", list: `team ${config.team}`, members } : nobodyThere;
    }
    return writePart(given, "parts", { message_type: "assignment", type: "admin", assignee_id: chosen(given) ?? "0" });
  },
  again: ({ answers }) => answers.length < 3,
  answer(_, given) {
    const teammate = present(given).find((admin) => id(admin["id"]) === chosen(given));
    return { teammateId: chosen(given) ?? "", teammate: string(record(teammate)["name"]) };
  },
  simulate({ answers, config, actor }) {
    const somebody = `${actor}1`;
    if (answers.length === 0)
      return {
        type: "admin.list",
        admins: [{ type: "admin", id: somebody, name: "", team_ids: [Number(config.team)] }],
      };
    return answers.length === 1 ? somebody : { type: "conversation", id: "0" };
  },
  onUncertain: partLookUp(
    ({ part_type, assigned_to }, given: Given<Turns>) =>
      part_type === "assignment" && string(record(assigned_to)["id"]) === chosen(given),
  ),
  changes: (facts, given) =>
    facts.conversation ? { ...facts, conversation: { ...facts.conversation, teammateId: chosen(given) } } : facts,
  sentence: ({ team }, { say, name }) =>
    say(`Assign to ${name("teams", team)} in turns`, `Asignar por turnos en ${name("teams", team)}`),
  done: (_, { teammate }, { say }) => say(`It was ${teammate}'s turn`, `Le tocó a ${teammate}`),
});

const nobodyThere = {
  type: "fail" as const,
  failure: {
    what: text(
      "Nobody of this team is there: everybody is away.",
      "No hay nadie de este equipo: todos están ausentes.",
    ),
    todo: text(
      "Let the step go another way if it fails, or change who is in the team.",
      "Haz que el paso vaya por otro camino si falla o cambia quién está en el equipo.",
    ),
  },
};
