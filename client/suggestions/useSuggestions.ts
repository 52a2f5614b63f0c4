import { useQuery } from "@tanstack/react-query";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";

/** What was found in past conversations. It is looked for when somebody asks, goes on when they leave, and is kept until the page is loaded anew. */
export const useSuggestions = () =>
  useQuery({
    ...query("listSuggestions", {}),
    // Without the query's signal: whoever goes elsewhere finds it done when they come back.
    queryFn: () => call(routes.listSuggestions, {}),
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
