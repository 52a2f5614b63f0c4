import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { type ArchiveFilter, searchOf } from "./archiveFilter.ts";

export const pagesKey = "archivedPages";

/**
 * Past conversations page by page, newest first. They are not read again by themselves while an import goes on, so that nothing moves under
 * the hand; `stood` is how many the archive had when the first page was read.
 */
export function useArchivedPages(filter: ArchiveFilter) {
  const client = useQueryClient();
  const search = searchOf(filter);
  return useInfiniteQuery({
    queryKey: [pagesKey, search],
    queryFn: async ({ pageParam, signal }) => {
      const stood = client.getQueryData(query("getArchive", {}).queryKey)?.conversations ?? 0;
      const asked = { ...search, ...(pageParam === "" ? {} : { after: pageParam }) };
      return { stood, ...(await call(routes.listArchived, { query: asked }, signal)) };
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}
