import type { Report, SimulationCase } from "#shared/api/simulations.ts";
import { defused, writeCsv } from "#shared/tables/csv.ts";

/** What the file is written with, in the language on screen. */
export interface CsvWords {
  heads: readonly string[];
  yes: string;
  no: string;
  why(one: SimulationCase): string;
  done(one: SimulationCase): string;
  compared(one: SimulationCase): string;
  band(band: Report["forecast"]["bands"][number]["band"]): string;
  resolved(resolved: Report["resolved"][number]["resolved"]): string;
}

const minuteMs = 60_000;

/** Conversations of a simulation with what would have been done in each, a line each. */
export function casesCsv(cases: readonly SimulationCase[], words: CsvWords): string {
  const lines = cases.map((one) => [
    one.id,
    one.createdAt,
    one.shown?.contactName ?? "",
    one.shown?.title || one.shown?.excerpt || "",
    one.entered ? words.yes : words.no,
    one.entered ? "" : words.why(one),
    words.done(one),
    words.compared(one),
    one.band === null ? "" : words.band(one.band),
    one.savedMs === null ? "" : String(Math.round(one.savedMs / minuteMs)),
    one.resolved === null ? "" : words.resolved(one.resolved),
  ]);
  return writeCsv([words.heads, ...lines].map((line) => line.map(defused)));
}
