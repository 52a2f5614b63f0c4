import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Vote } from "#shared/api/ballots.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";

/** Votes on a group of a ballot, or on one conversation of it. */
export function useVote(workflow: string, group: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { vote: Vote | null; conversation?: string }) =>
      call(routes.vote, { params: { id: workflow, group }, body }),
    onSettled: () =>
      Promise.all(["getBallot", "listBallotCases"].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
}
