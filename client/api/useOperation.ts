import { useQuery } from "@tanstack/react-query";
import { query } from "./query.ts";

const againMs = 5_000;

/** Whether the server sends anything. While it does not, the number of those who wait is asked for again and again. */
export function useOperation() {
  return useQuery({
    ...query("getOperation", {}),
    refetchInterval: ({ state: { data } }) =>
      data && (data.held !== null || data.stopped !== null || data.review) ? againMs : false,
  });
}
