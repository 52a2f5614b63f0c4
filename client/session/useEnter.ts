import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useLocation, useNavigate } from "react-router";
import { z } from "zod";
import type { Person } from "#shared/api/session.ts";
import { query } from "../api/query.ts";

/** Where one was going before being led to sign in. */
const Going = z.object({ to: z.string().startsWith("/") });

/** What follows signing in: the server is known to know us, and the way goes on to where one was going. */
export function useEnter(): (person: Person) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { state } = useLocation();
  return useCallback(
    (person) => {
      client.setQueryData(query("status", {}).queryKey, { setUp: true, person });
      const going = Going.safeParse(state);
      void navigate(going.success ? going.data.to : "/workflows", { replace: true });
    },
    [client, navigate, state],
  );
}
