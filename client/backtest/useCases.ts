import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Where } from "#shared/api/backtests.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import type { ToCount } from "./createCounting.ts";

const limit = 50;

/** The conversations behind a number, a page at a time. @param round of the counting that the number is of. */
export function useCases(
  workflow: string,
  { document, slice }: Pick<ToCount, "document" | "slice">,
  round: number,
  where: Where,
) {
  return useInfiniteQuery({
    queryKey: ["listBacktestCases", workflow, round, where],
    queryFn: ({ pageParam, signal }) =>
      call(
        routes.listBacktestCases,
        { params: { id: workflow }, body: { document, slice, where, skip: pageParam, limit } },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const listed = pages.reduce((sum, { cases }) => sum + cases.length, 0);
      return listed < total ? listed : null;
    },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}
