import { type Aspect, choices, type Matrix } from "#shared/api/simulations.ts";
import type { Compared } from "./verdicts.ts";

/** So many choices have a line or a column of their own. */
const most = 12;
const always: ReadonlySet<string> = new Set(Object.values(choices));

/** The most frequent of them, and for each which line it stands in. */
function capped(keys: readonly string[], keep: ReadonlySet<string> = new Set()): (key: string) => string {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rare = [...counts]
    .filter(([key]) => !always.has(key) && !keep.has(key))
    .toSorted((a, b) => b[1] - a[1])
    .slice(most)
    .map(([key]) => key);
  const others = new Set(rare);
  return (key) => (others.has(key) ? choices.others : key);
}

/** Choices that are too rare for a line of their own become "others": how a kept case names them as well. */
export function nameChoices(all: readonly Compared[]): (compared: Compared) => Compared {
  const byAspect = new Map<Aspect, { row(key: string): string; column(key: string): string }>();
  for (const aspect of new Set(all.map((each) => each.aspect))) {
    const own = all.filter((each) => each.aspect === aspect);
    const row = capped(own.map((each) => each.row));
    // What the workflow chooses stands among the columns too, so that where both agree can be seen.
    const rows = new Set(own.map((each) => row(each.row)));
    byAspect.set(aspect, {
      row,
      column: capped(
        own.map((each) => each.column),
        rows,
      ),
    });
  }
  return (compared) => {
    const names = byAspect.get(compared.aspect);
    return names ? { ...compared, row: names.row(compared.row), column: names.column(compared.column) } : compared;
  };
}

/** What the workflow would choose (rows) against what teammates chose (columns), most frequent first. */
export function matrixOf(aspect: Aspect, all: readonly Compared[]): Matrix {
  const own = all.filter((each) => each.aspect === aspect);
  const rows = new Map<string, { count: number; same: number; afterMs: number }>();
  const columns = new Map<string, number>();
  const cells = new Map<string, { row: string; column: string; count: number }>();
  for (const { row, column, verdict, afterMs } of own) {
    const line = rows.get(row) ?? { count: 0, same: 0, afterMs: 0 };
    line.count += 1;
    if (verdict === "same") line.same += 1;
    line.afterMs += afterMs ?? 0;
    rows.set(row, line);
    columns.set(column, (columns.get(column) ?? 0) + 1);
    const key = `${row} ${column}`;
    const cell = cells.get(key) ?? { row, column, count: 0 };
    cell.count += 1;
    cells.set(key, cell);
  }
  const last: string[] = [choices.others, choices.nobody, choices.unknown];
  const rank = (key: string) => last.indexOf(key);
  return {
    aspect,
    rows: [...rows]
      .toSorted(([a, one], [b, other]) => rank(a) - rank(b) || other.count - one.count)
      .map(([key, { count, same, afterMs }]) => ({ key, count, same, afterMs: same > 0 ? afterMs / same : null })),
    columns: [...columns].toSorted(([a, one], [b, other]) => rank(a) - rank(b) || other - one).map(([key]) => key),
    cells: [...cells.values()],
  };
}
