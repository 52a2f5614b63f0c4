import { useQuery } from "@tanstack/react-query";
import { BallotTally } from "../ballot/BallotTally.tsx";
import type { Autosave } from "../draft/autosave.ts";

/** The ballot on the draft as it is on screen: it is saved first, since the ballot is about what is saved. */
export function SavedBallot({ workflow, autosave }: { workflow: string; autosave: Autosave }) {
  const saved = useQuery({
    queryKey: ["draftSaved", workflow, autosave.revision()],
    queryFn: () => autosave.flush(),
    staleTime: 0,
    gcTime: 0,
  });
  return saved.data ? <BallotTally workflow={workflow} /> : null;
}
