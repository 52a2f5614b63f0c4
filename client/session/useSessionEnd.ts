import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Refusal } from "../api/refusal.ts";

const ended = (error: unknown): boolean => error instanceof Refusal && error.problem.code === "not-signed-in";

/** Asks again who is signed in as soon as anything is refused for want of it, so that a session that ran out leads to signing in. */
export function useSessionEnd(): void {
  const client = useQueryClient();
  useEffect(() => {
    const askAgain = () => void client.invalidateQueries({ queryKey: ["status"] });
    const queries = client.getQueryCache().subscribe((event) => {
      if (event.type === "updated" && event.action.type === "error" && ended(event.action.error)) askAgain();
    });
    const mutations = client.getMutationCache().subscribe((event) => {
      if (event.type === "updated" && event.action.type === "error" && ended(event.action.error)) askAgain();
    });
    return () => {
      queries();
      mutations();
    };
  }, [client]);
}
