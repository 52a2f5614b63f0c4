import { useInfiniteQuery } from "@tanstack/react-query";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import type { RunListFilter } from "./useRunListFilter.ts";

/** Runs page by page, newest first. The key begins with the route's name, so the stream renews it. */
export const useRunListPages = (filter: RunListFilter) =>
  useInfiniteQuery({
    queryKey: ["listRuns", { pages: filter }],
    queryFn: ({ pageParam, signal }) =>
      call(routes.listRuns, { query: { ...filter, ...(pageParam === "" ? {} : { before: pageParam }) } }, signal),
    initialPageParam: "",
    getNextPageParam: ({ runs, more }) => (more ? (runs.at(-1)?.id ?? null) : null),
  });
