import type { Event } from "#shared/events/event.ts";
import { madeIn } from "#shared/events/madeThing.ts";
import { text, type Text } from "#shared/language/text.ts";
import type { Database } from "../store/database.ts";
import { limitStore } from "../store/limits.ts";
import { madeThingStore } from "../store/madeThings.ts";
import { paceStore } from "../store/pace.ts";
import { pauseStore } from "../store/pauses.ts";

/** Whether a workflow is started: yes; not, which its runs show with why; or not, silently, since it is shown already. */
export type Verdict = { outcome: "start" } | { outcome: "refuse"; why: Text } | { outcome: "drop" };

/** So long may a chain be in which what one run made starts the next. */
const deepest = 8;
/** Runs of one workflow in one cell within ten minutes. */
const mostInCell = 20;
/** As many times the usual number of runs within ten minutes is a flood. */
const flood = 20;

const tooDeep = text(
  `Workflows have started each other ${deepest} times in a row by what they made: they go round in a circle.`,
  `Los flujos se han iniciado unos a otros ${deepest} veces seguidas con lo que crearon: dan vueltas en círculo.`,
);

const tooOften = text(
  `More than ${mostInCell} runs of this workflow within 10 minutes for the same conversation or customer: it starts nothing more there until it has been quiet.`,
  `Más de ${mostInCell} ejecuciones de este flujo en 10 minutos para la misma conversación o cliente: ahí no inicia nada más hasta que haya calma.`,
);

function tooMany(runs: number, usual: number): Text {
  const rounded = Math.round(usual);
  return text(
    `${runs} runs within 10 minutes, where ${rounded < 1 ? "less than 1 is" : `about ${rounded} are`} usual.`,
    `${runs} ejecuciones en 10 minutos, cuando lo habitual es ${rounded < 1 ? "menos de 1" : `unas ${rounded}`}.`,
  );
}

/**
 * Stops what has run away, before it starts: asked in the transaction that keeps an event, at a cost that does not grow.
 * @param onPaused told of a workflow that was paused.
 */
export function createBreaker(db: Database, onPaused: (workflow: string) => void) {
  const pace = paceStore(db);
  const limits = limitStore(db);
  const pauses = pauseStore(db);
  const made = madeThingStore(db);

  function pause(workflow: string, why: Text, at: number, runs: number | null = null): void {
    if (pauses.pause(workflow, why, at, runs)) onPaused(workflow);
  }

  return {
    /** How many runs in a row led to an event by what they made; 0 for what happens by itself. */
    depthOf(event: Event): number {
      const thing = madeIn(event);
      const depth = thing && made.take(event.appId, thing);
      return depth === null ? 0 : depth + 1;
    },
    /** @param cell null where the run is about nothing. @param at epoch milliseconds. */
    mayStart(workflow: string, cell: string | null, depth: number, at: number): Verdict {
      const { all, here } = pace.count(workflow, cell, at);
      if (depth > deepest) {
        pause(workflow, tooDeep, at);
        return { outcome: "refuse", why: tooDeep };
      }
      if (all > limits.get().runs && all > pace.accepted(workflow)) {
        const usual = pace.usual(workflow, at);
        if (all > flood * usual) {
          pause(workflow, tooMany(all, usual), at, all);
          return { outcome: "drop" };
        }
      }
      if (cell === null || here <= mostInCell) return { outcome: "start" };
      if (here > mostInCell + 1) return { outcome: "drop" };
      if (pauses.stoppedIn(workflow, cell, at)) onPaused(workflow);
      return { outcome: "refuse", why: tooOften };
    },
  };
}

export type Breaker = ReturnType<typeof createBreaker>;
