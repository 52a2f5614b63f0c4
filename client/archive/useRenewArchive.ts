import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { pagesKey } from "./useArchivedPages.ts";

/** Reads anew what stands on screen of the archive: after something was deleted, or when somebody wants to see what has come. */
export function useRenewArchive(): () => Promise<unknown> {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        ...["getArchive", "listArchiveChoices", "findPerson"].map((name) =>
          client.invalidateQueries({ queryKey: [name] }),
        ),
        client.resetQueries({ queryKey: [pagesKey] }),
      ]),
    [client],
  );
}
