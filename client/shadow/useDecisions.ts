import { useInfiniteQuery } from "@tanstack/react-query";
import { routes } from "#shared/api/routes.ts";
import type { ShadowPart } from "#shared/api/shadow.ts";
import { call } from "../api/call.ts";

/** What was decided, page by page, newest first. The key begins with the route's name, so the stream renews it. */
export const useDecisions = (id: string, part: ShadowPart | null) =>
  useInfiniteQuery({
    queryKey: ["listShadow", { id, part }],
    queryFn: ({ pageParam, signal }) =>
      call(
        routes.listShadow,
        { params: { id }, query: { ...(part ? { part } : {}), ...(pageParam === "" ? {} : { before: pageParam }) } },
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: ({ decisions, more }) => (more ? (decisions.at(-1)?.id ?? null) : null),
  });
