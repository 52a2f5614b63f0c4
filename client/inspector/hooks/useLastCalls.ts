import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Hook } from "#shared/api/hooks.ts";
import type { AttributeValue } from "#shared/events/facts.ts";
import { fitTo } from "#shared/hooks/readFields.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { query } from "../../api/query.ts";
import { samePath } from "./hookEdits.ts";

const samplesIn = (hooks: readonly UseQueryResult<Hook>[]) => hooks.map(({ data }) => data?.lastCall?.sample ?? null);

/** What is picked of the last calls of a drawing's steps, by reference; null where nothing is picked, or none has come. */
export function useLastCalls(workflow: string, document: WorkflowDocument): Record<string, AttributeValue> | null {
  const called = useMemo(
    () =>
      document.nodes.flatMap(({ id, type, config }) => {
        const spec = registry.get(type);
        const read = spec?.kind === "trigger" && spec.hook ? spec.config.safeParse(config) : null;
        const hook = spec?.kind === "trigger" && read?.success ? spec.hook?.(read.data) : undefined;
        return hook ? [{ node: id, fields: hook.fields }] : [];
      }),
    [document],
  );
  const samples = useQueries({
    queries: called.map(({ node }) => query("getHook", { params: { id: workflow, node } })),
    combine: samplesIn,
  });
  return useMemo(() => {
    const values = called.flatMap(({ node, fields }, index) => {
      const sample = samples[index];
      return fields.flatMap(({ id, path, type }): [string, AttributeValue][] => {
        const row = sample?.rows.find((each) => samePath(each.path, path));
        return row ? [[`steps.${node}.${id}`, fitTo(type, row.value)]] : [];
      });
    });
    return values.length > 0 ? Object.fromEntries(values) : null;
  }, [called, samples]);
}
