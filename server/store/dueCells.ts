import type { Database } from "./database.ts";

/** A cell in which a run may go on now: of which workflow, and whether it is one of many that wait for those an event started. */
export interface DueCell {
  cell: string;
  workflow: string;
  bulk: boolean;
}

interface StoredCell {
  cell: string;
  workflow: string;
  bulk: number;
}

const cellOf = ({ bulk, ...row }: StoredCell): DueCell => ({ ...row, bulk: bulk === 1 });
const none: ReadonlyMap<string, DueCell> = new Map();

/**
 * Gives out lanes among the cells that are due: one workflow after the other, so that one with ten thousand runs keeps no other
 * waiting; of each workflow what fell due first; runs that an event started before all others.
 */
export function dueCells(db: Database) {
  const some = db.prepare<{ now: number; most: number }, StoredCell>(
    "select cell, workflow, bulk from run_cells where due_at <= :now order by due_at, first limit :most",
  );
  const nextWorkflow = db
    .prepare<[number, string], string>(
      "select workflow from run_cells where bulk = ? and workflow > ? order by workflow limit 1",
    )
    .pluck();
  const ofWorkflow = db.prepare<{ bulk: number; workflow: string; now: number; most: number }, StoredCell>(
    `select cell, workflow, bulk from run_cells
     where bulk = :bulk and workflow = :workflow and due_at <= :now order by due_at, first limit :most`,
  );
  /** Whose turn was last, live and bulk. */
  const last = ["", ""];

  /** Workflows that have any cell, each once, those after the one whose turn was last first. */
  function* inTurn(bulk: 0 | 1): Generator<string> {
    const from = last[bulk] ?? "";
    for (let id = nextWorkflow.get(bulk, from); id !== undefined; id = nextWorkflow.get(bulk, id)) yield id;
    for (let id = nextWorkflow.get(bulk, ""); id !== undefined && id <= from; id = nextWorkflow.get(bulk, id)) yield id;
  }

  function share(bulk: 0 | 1, now: number, free: number, taken: ReadonlyMap<string, DueCell>): DueCell[] {
    const given: DueCell[] = [];
    const more: DueCell[][] = [];
    const lanesOf = new Map<string, number>();
    for (const { workflow } of taken.values()) lanesOf.set(workflow, (lanesOf.get(workflow) ?? 0) + 1);
    for (const workflow of inTurn(bulk)) {
      if (given.length >= free) break;
      const [first, ...others] = ofWorkflow
        .all({ bulk, workflow, now, most: free + (lanesOf.get(workflow) ?? 0) })
        .map(cellOf)
        .filter(({ cell }) => !taken.has(cell));
      if (!first) continue;
      given.push(first);
      more.push(others);
      last[bulk] = workflow;
    }
    for (let round = 0; given.length < free && more.some((others) => others.length > round); round += 1)
      given.push(...more.flatMap((others) => others[round] ?? []).slice(0, free - given.length));
    return given;
  }

  /** @param taken cells that have a lane already. @param freeForBulk how many of the free lanes may go to those that wait for others. */
  return (now: number, free: number, freeForBulk = free, taken = none): DueCell[] => {
    if (free <= 0) return [];
    const few = some
      .all({ now, most: free + taken.size + 1 })
      .map(cellOf)
      .filter(({ cell }) => !taken.has(cell));
    const isEnough = few.length <= free;
    const live = isEnough ? few.filter(({ bulk }) => !bulk) : share(0, now, free, taken);
    const left = Math.min(free - live.length, freeForBulk);
    if (left <= 0) return live;
    const bulk = isEnough ? few.filter((each) => each.bulk).slice(0, left) : share(1, now, left, taken);
    return [...live, ...bulk];
  };
}
