import { text, type Text } from "#shared/language/text.ts";
import type { Database } from "./database.ts";

const hourMs = 3_600_000;
/** In how many cells a limit has to stop a workflow within an hour before it is paused altogether. */
const mostCells = 3;

const inSeveral = text(
  `It was stopped in ${mostCells} places within an hour, since too much was done automatically there. Perhaps something answers it by itself, or workflows set each other off.`,
  `Se detuvo en ${mostCells} sitios en una hora porque allí se hacía demasiado de forma automática. Quizá algo le responde por sí solo, o unos flujos inician a otros.`,
);

/** Turns workflows off that have run away, and keeps why. To be called inside the transaction in which that is found. */
export function pauseStore(db: Database) {
  const pause = db.prepare(
    `update workflows set mode = 'off', paused_mode = mode, paused_at = ?, paused_why = ?, paused_pace = ?
     where id = ? and mode in ('percentage', 'on')`,
  );
  const reach = db.prepare("insert or replace into limits_reached (workflow, cell, at) values (?, ?, ?)");
  const forget = db.prepare("delete from limits_reached where at <= ?");
  const cells = db.prepare<[string], { count: number }>(
    "select count(*) as count from limits_reached where workflow = ?",
  );
  const pauses = {
    /** False where it starts nothing. `pace`: for how many runs within ten minutes, where it was that. */
    pause: (workflow: string, why: Text, at: number, pace: number | null = null): boolean =>
      pause.run(at, JSON.stringify(why), pace, workflow).changes > 0,
    /** A limit has stopped it in one cell; true where it was paused for that. */
    stoppedIn(workflow: string, cell: string, at: number): boolean {
      forget.run(at - hourMs);
      reach.run(workflow, cell, at);
      return (cells.get(workflow)?.count ?? 0) >= mostCells && pauses.pause(workflow, inSeveral, at);
    },
  };
  return pauses;
}
