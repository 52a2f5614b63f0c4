import { trace } from "#shared/engine/trace.ts";
import type { ShadowRow } from "../../store/shadows.ts";
import type { Handlers } from "../mount.ts";
import { notFound } from "../problems.ts";
import type { Services } from "./services.ts";

type Names = "listShadow" | "getShadow" | "compareShadow";

const weekMs = 7 * 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

const decisionOf = ({
  id,
  versionNumber,
  subject,
  title,
  at,
  outcome,
  acts,
  doubts,
  comparedAt,
  verdict,
}: ShadowRow) => ({
  id,
  version: versionNumber,
  subject,
  title,
  at: iso(at),
  outcome,
  acts,
  doubts,
  comparedAt: comparedAt === null ? null : iso(comparedAt),
  verdict,
});

export function shadowHandlers({ workflows, shadows, shadow, live, now }: Services): Pick<Handlers, Names> {
  const found = (id: string) => {
    const row = workflows.get(id);
    if (!row) throw notFound();
    return row;
  };
  return {
    listShadow({ params, query }) {
      const { id } = found(params.id);
      const { part, before, limit } = query;
      const since = now() - weekMs;
      const rows = shadows.list(id, since, part, before, limit + 1);
      const shown = rows.slice(0, limit);
      const numbers = new Set(shown.map(({ versionNumber }) => versionNumber));
      return {
        summary: shadows.summary(id, since),
        decisions: shown.map(decisionOf),
        more: rows.length > limit,
        versions: [...numbers].flatMap((number) => {
          const document = workflows.versionDocument(`${id}.${number}`);
          return document ? [{ number, document }] : [];
        }),
      };
    },
    getShadow({ params }) {
      const row = shadows.get(params.decision);
      const workflow = row && workflows.get(row.workflow);
      const document = row && workflows.versionDocument(row.version);
      if (!row || !workflow || !document) throw notFound();
      const traced = shadows.trace(row.id);
      return {
        ...decisionOf(row),
        workflow: { id: workflow.id, name: workflow.name },
        document,
        event: traced?.start.event ?? null,
        steps: traced ? trace(live.compiled(row.version), traced.start, traced.log) : [],
      };
    },
    compareShadow: ({ params }) => ({ comparing: shadow.compare(found(params.id).id) }),
  };
}
