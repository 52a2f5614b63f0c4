import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { routes } from "#shared/api/routes.ts";
import { mostByHand } from "#shared/api/workflows.ts";
import type { Findable } from "#shared/events/event.ts";
import { call } from "../api/call.ts";

interface Wanted {
  workflow: string;
  kind: Findable;
  ids: readonly string[];
}

/** Runs a workflow on many things, as many in a call as one takes. What was started stays so when a later call is refused. */
export function useRunByHand() {
  const client = useQueryClient();
  const [started, setStarted] = useState(0);
  const run = useMutation({
    async mutationFn({ workflow, kind, ids }: Wanted) {
      setStarted(0);
      for (let from = 0; from < ids.length; from += mostByHand) {
        const some = ids.slice(from, from + mostByHand);
        const { runs } = await call(routes.runByHand, { params: { id: workflow }, body: { kind, ids: some } });
        setStarted((before) => before + runs.length);
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["listRuns"] }),
  });
  return { run, started };
}
