import { QueryClient, queryOptions } from "@tanstack/react-query";
import type { Sent } from "#shared/api/route.ts";
import { type RouteName, routes } from "#shared/api/routes.ts";
import { call } from "./call.ts";
import { Refusal } from "./refusal.ts";

type Routes = typeof routes;

/** What a screen asks for, kept under the route's name: `useQuery(query("getRun", { params: { id } }))`. */
export const query = <N extends RouteName>(name: N, sent: Sent<Routes[N]>) =>
  queryOptions({
    queryKey: [name, sent] as const,
    queryFn: ({ signal }) => call<Routes[N]>(routes[name], sent, signal),
  });

/** Our own words of refusal do not change by asking again; a server that does not answer may. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 3 && (!(error instanceof Refusal) || error.status === 0),
        staleTime: 5_000,
      },
    },
  });
