import { useSearchParams } from "react-router";
import { RunStatus } from "#shared/api/runs.ts";

export interface RunListFilter {
  workflow?: string;
  status?: RunStatus;
  conversation?: string;
}

/** The filter of the list of runs, kept in the address so that it can be linked to and come back to. */
export function useRunListFilter(): [RunListFilter, (change: { [K in keyof RunListFilter]: string }) => void] {
  const [address, setAddress] = useSearchParams();
  const workflow = address.get("workflow");
  const status = RunStatus.safeParse(address.get("status"));
  const conversation = address.get("conversation");
  const filter: RunListFilter = {
    ...(workflow ? { workflow } : {}),
    ...(status.success ? { status: status.data } : {}),
    ...(conversation ? { conversation } : {}),
  };
  const change = (wanted: { [K in keyof RunListFilter]: string }) =>
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
    );
  return [filter, change];
}
