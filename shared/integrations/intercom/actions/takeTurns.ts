import { z } from "zod";
import { entries, list, record, string, type Raw } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction, type Given, type Json, type Plan } from "../../../nodes/define.ts";
import { Turn } from "../../../nodes/effect.ts";
import { choice, count, pick, type Weight, weights } from "../../../nodes/form.ts";
import { noConversation, partLookUp, writePart } from "../conversationPart.ts";
import { foundIn, pageAfter, search, simulatedSearch } from "../search.ts";

interface Turns {
  team: string;
  weights: readonly Weight[];
  cap?: number | undefined;
  whenNobody: keyof typeof waitMs;
}

const hour = 3_600_000;
const waitMs = { fail: null, hour, day: 24 * hour };

const perPage = 150;
/** No more is counted of what a team has open. */
const mostPages = 10;

/** How far a turn has come: what is known, and what is to be asked for next. */
interface Stage {
  next: "admins" | "count" | "turn" | "rest" | "assignment" | "nothing";
  members: readonly Raw[];
  /** Open conversations by teammate. */
  open: ReadonlyMap<string, number>;
  pages: number;
  after: string | null;
  turn: Turn;
}

const nobody: Turn = { id: null, until: null };
const begun: Stage = { next: "admins", members: [], open: new Map(), pages: 0, after: null, turn: nobody };

/** Of the team, with an inbox seat, not away and not ourselves; in the order of their ids, so that equals come in turn. */
const present = (admins: Json, { config: { team }, actor }: Given<Turns>): Raw[] =>
  entries(admins, "admins")
    .filter((admin) => string(admin["id"]) !== actor && list(admin["team_ids"]).map(string).includes(team))
    .filter((admin) => admin["away_mode_enabled"] !== true && admin["has_inbox_seat"] !== false)
    .toSorted((a, b) => (string(a["id"]) < string(b["id"]) ? -1 : 1));

function counted(open: ReadonlyMap<string, number>, page: Json): Map<string, number> {
  const more = new Map(open);
  for (const { admin_assignee_id } of foundIn(page)) {
    const id = string(admin_assignee_id);
    more.set(id, (more.get(id) ?? 0) + 1);
  }
  return more;
}

function then(stage: Stage, said: Json, given: Given<Turns>): Stage {
  if (stage.next === "admins") {
    const members = present(said, given);
    const counts = given.config.cap !== undefined && members.length > 0;
    return { ...begun, next: counts ? "count" : "turn", members };
  }
  if (stage.next === "count") {
    const after = pageAfter(said);
    const pages = stage.pages + 1;
    const next = after !== null && pages < mostPages ? "count" : "turn";
    return { ...stage, next, open: counted(stage.open, said), pages, after };
  }
  if (stage.next === "turn") {
    const turn = Turn.parse(said);
    return { ...stage, next: turn.id === null ? "rest" : "assignment", turn };
  }
  return stage.next === "rest" ? begun : { ...stage, next: "nothing" };
}

const stageOf = (given: Given<Turns>): Stage =>
  given.answers.reduce<Stage>((stage, said) => then(stage, said, given), begun);

/** Asked often at first, then ever less. */
function restUntil(until: number, { config: { whenNobody }, now }: Given<Turns>): number {
  const waited = now - (until - (waitMs[whenNobody] ?? 0));
  return Math.min(until, now + Math.min(hour / 4, Math.max(hour / 60, waited / 10)));
}

function turnOf({ members, open }: Stage, { config, facts, now }: Given<Turns>): Plan {
  const { cap, team, whenNobody } = config;
  const wait = waitMs[whenNobody];
  if (members.length === 0 && wait === null) return nobodyThere;
  return {
    type: "turn",
    list: `team ${team}`,
    members: members.map((admin) => {
      const id = string(admin["id"]);
      const weight = config.weights.find((each) => each.id === id)?.weight ?? 1;
      return { id, weight, room: cap === undefined ? null : Math.max(0, cap - (open.get(id) ?? 0)) };
    }),
    countedAt: cap === undefined ? null : now,
    waits: wait === null ? null : { since: facts.conversation?.createdAt ?? now, until: now + wait },
  };
}

/**
 * Assigns to whoever of a team has had the fewest turns. Its effects: who is there (GET /admins), how much they have open where
 * that counts (POST /conversations/search), whose turn it is (kept by us, counted in the same commit as the outcome), and the
 * assignment (Intercom 2.16: POST /conversations/{id}/parts). Where nobody is free it may rest and ask again.
 */
export const takeTurns = defineAction({
  type: "intercom.takeTurns",
  label: text("Take turns", "Por turnos"),
  help: text(
    "Assigns to the teammate whose turn it is in a team; who is away is passed over.",
    "Asigna al compañero al que le toca en un equipo; quien está ausente se salta.",
  ),
  keywords: text(
    "round robin rotate assign evenly fair distribute balance weight cap load",
    "turno rotar rotación asignar repartir equitativo distribuir peso tope carga",
  ),
  icon: "assign",
  group: "team",
  config: z.object({
    team: pick({ label: text("Team", "Equipo") }, "teams"),
    cap: count(
      {
        label: text("At most this many open conversations each", "Como mucho tantas conversaciones abiertas cada uno"),
        help: text(
          "Who has as many is passed over. Empty: any number.",
          "Quien ya tiene tantas se salta. Vacío: sin límite.",
        ),
      },
      1,
      500,
    ).optional(),
    whenNobody: choice(
      {
        label: text("If nobody is free", "Si no hay nadie libre"),
        help: text(
          "Conversations that wait are given out by age, the oldest first.",
          "Las conversaciones que esperan se reparten por antigüedad, la más antigua primero.",
        ),
      },
      {
        fail: text("The step fails at once", "El paso falla en el acto"),
        hour: text("It waits, an hour at most", "Espera, una hora como mucho"),
        day: text("It waits, a day at most", "Espera, un día como mucho"),
      },
    ).default("fail"),
    weights: weights(
      {
        label: text("Who gets more turns", "A quién le tocan más turnos"),
        help: text(
          "With 2, twice as many as the others. Who is not named here gets one at a time.",
          "Con un 2, el doble que los demás. A quien no se nombra le toca de uno en uno.",
        ),
        advanced: true,
      },
      "teammates",
    ).default([]),
  }),
  example: { team: "7310456", cap: 10, whenNobody: "day", weights: [{ id: "814860", weight: 2 }] },
  fresh: { whenNobody: "fail" },
  reply: z.object({
    teammateId: z.string(),
    teammate: answer(z.string(), text("Whose turn it was", "A quién le tocó"), "text"),
  }),
  plan(given) {
    if (given.conversationId === null) return noConversation;
    const stage = stageOf(given);
    const { members, after, turn } = stage;
    switch (stage.next) {
      case "admins":
        return { type: "request", connection: "intercom", method: "GET", path: "/admins" };
      case "count":
        return search(
          "conversations",
          [
            { field: "state", operator: "=", value: "open" },
            { field: "admin_assignee_id", operator: "IN", value: members.map(({ id }) => string(id)) },
          ],
          perPage,
          after,
        );
      case "turn":
        return turnOf(stage, given);
      case "rest":
        return turn.until === null || turn.until <= given.now
          ? nobodyThere
          : { type: "delay", until: restUntil(turn.until, given) };
      case "assignment":
      case "nothing":
        return writePart(given, "parts", { message_type: "assignment", type: "admin", assignee_id: turn.id ?? "0" });
    }
  },
  again: (given) => stageOf(given).next !== "nothing",
  answer(_, given) {
    const { members, turn } = stageOf(given);
    const teammate = members.find(({ id }) => string(id) === turn.id);
    return { teammateId: turn.id ?? "", teammate: string(record(teammate)["name"]) };
  },
  simulate(given) {
    const somebody = `${given.actor}1`;
    const said: Record<Stage["next"], Json> = {
      admins: {
        type: "admin.list",
        admins: [{ type: "admin", id: somebody, name: "", team_ids: [Number(given.config.team)] }],
      },
      count: simulatedSearch(),
      turn: { id: somebody, until: null },
      rest: null,
      assignment: { type: "conversation", id: "0" },
      nothing: null,
    };
    return said[stageOf(given).next];
  },
  onUncertain: partLookUp(
    ({ part_type, assigned_to }, given: Given<Turns>) =>
      part_type === "assignment" && string(record(assigned_to)["id"]) === stageOf(given).turn.id,
  ),
  changes: (facts, given) =>
    facts.conversation
      ? { ...facts, conversation: { ...facts.conversation, teammateId: stageOf(given).turn.id } }
      : facts,
  sentence({ team, cap }, { say, name }) {
    const whom = name("teams", team);
    return cap === undefined
      ? say(`Assign to ${whom} in turns`, `Asignar por turnos en ${whom}`)
      : say(
          `Assign to ${whom} in turns, at most ${cap} open each`,
          `Asignar por turnos en ${whom}, como mucho ${cap} abiertas cada uno`,
        );
  },
  done: (_, { teammate }, { say }) => say(`It was ${teammate}'s turn`, `Le tocó a ${teammate}`),
});

const nobodyThere = {
  type: "fail" as const,
  failure: {
    what: text(
      "Nobody of this team is free: everybody is away or has enough to do.",
      "No hay nadie libre en este equipo: todos están ausentes o tienen bastante.",
    ),
    todo: text(
      "Let the step go another way if it fails, or change who is in the team.",
      "Haz que el paso vaya por otro camino si falla o cambia quién está en el equipo.",
    ),
  },
};
