import { Report, type Simulation } from "#shared/api/simulations.ts";
import { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Database } from "./database.ts";

/** A simulation to keep. */
export interface KeptSimulation extends Simulation {
  workflow: string;
  document: WorkflowDocument;
}

interface Stored {
  id: string;
  workflow: string;
  version: number | null;
  slice_from: number | null;
  slice_to: number | null;
  made_at: number;
  made_by: string;
  report: string;
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const instant = (at: string | null): number | null => (at === null ? null : Date.parse(at));

const simulationOf = ({ id, version, slice_from, slice_to, made_at, made_by, report }: Stored): Simulation => ({
  id,
  version,
  slice: { from: iso(slice_from), to: iso(slice_to) },
  madeAt: new Date(made_at).toISOString(),
  madeBy: made_by,
  report: Report.parse(JSON.parse(report)),
});

/** Simulations that were kept, each with its drawing, its report and its conversations as they came out. */
export function simulationStore(db: Database) {
  const columns = "id, workflow, version, slice_from, slice_to, made_at, made_by, report";
  const insert = db.prepare(`insert into simulations (${columns}, document, cases)
    values (@id, @workflow, @version, @from, @to, @madeAt, @madeBy, @report, @document, @cases)`);
  const all = db.prepare<[string], Stored>(
    `select ${columns} from simulations where workflow = ? order by made_at desc, id limit 200`,
  );
  const one = db.prepare<[string, string], Stored & { document: string }>(
    `select ${columns}, document from simulations where workflow = ? and id = ?`,
  );
  const cases = db
    .prepare<[string, string], Uint8Array>("select cases from simulations where workflow = ? and id = ?")
    .pluck();
  const remove = db.prepare("delete from simulations where workflow = ? and id = ?");
  return {
    add({ slice, madeAt, report, document, ...rest }: KeptSimulation, frozen: Uint8Array): void {
      insert.run({
        ...rest,
        from: instant(slice.from),
        to: instant(slice.to),
        madeAt: Date.parse(madeAt),
        report: JSON.stringify(report),
        document: JSON.stringify(document),
        cases: frozen,
      });
    },
    /** Newest first. */
    list: (workflow: string): Simulation[] => all.all(workflow).map(simulationOf),
    get(workflow: string, id: string): KeptSimulation | null {
      const row = one.get(workflow, id);
      return row
        ? { ...simulationOf(row), workflow, document: WorkflowDocument.parse(JSON.parse(row.document)) }
        : null;
    },
    /** As `freeze` made them. */
    cases: (workflow: string, id: string): Uint8Array | null => cases.get(workflow, id) ?? null,
    /** False where there is none. */
    remove: (workflow: string, id: string): boolean => remove.run(workflow, id).changes > 0,
  };
}

export type SimulationStore = ReturnType<typeof simulationStore>;
