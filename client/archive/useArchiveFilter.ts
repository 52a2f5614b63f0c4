import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { type ArchiveFilter, filterIn } from "./archiveFilter.ts";

/** The filter of past conversations, kept in the address so that it can be linked to and come back to. */
export function useArchiveFilter(): [ArchiveFilter, (change: ArchiveFilter) => void] {
  const [address, setAddress] = useSearchParams();
  const filter = useMemo(() => filterIn(address), [address]);
  const change = useCallback(
    (wanted: ArchiveFilter) =>
      setAddress(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [name, value] of Object.entries(wanted)) {
            if (value === "") next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setAddress],
  );
  return [filter, change];
}
