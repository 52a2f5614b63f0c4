import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { query } from "../api/query.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useSessionEnd } from "./useSessionEnd.ts";

/** Lets through who is signed in; others are led to sign in, or to set up while there is no owner. */
export function SignedIn({ children }: { children: ReactNode }) {
  useSessionEnd();
  const status = useQuery(query("status", {}));
  const { pathname, search } = useLocation();
  if (status.isPending) return <Waiting />;
  if (!status.data) return <Trouble error={status.error} onRetry={() => void status.refetch()} />;
  if (!status.data.setUp) return <Navigate to="/setup" replace />;
  if (!status.data.person) return <Navigate to="/sign-in" replace state={{ to: `${pathname}${search}` }} />;
  return children;
}
