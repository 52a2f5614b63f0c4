import { z } from "zod";
import { Findable } from "../events/event.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

/** Something a workflow can be run on, for a person to choose by. Both texts are the workspace's own, and "" where it has none. */
export const FoundSubject = z.object({
  id: z.string(),
  /** Who or what it is: a name, a ticket's title. */
  title: z.string(),
  /** What else tells it apart: an e-mail, a ticket's number and state, a conversation's first words. */
  detail: z.string(),
});
export type FoundSubject = z.infer<typeof FoundSubject>;

export const subjectRoutes = {
  findSubjects: route({
    method: "get",
    path: "/api/subjects",
    access: "member",
    summary:
      "Conversations, contacts or tickets of the connected workspace that words are found in; the newest without words",
    query: z.object({
      kind: Findable,
      words: z.string().trim().max(200).default(""),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
    answer: z.object({ subjects: z.array(FoundSubject), more: z.boolean() }),
    refusals: { 422: Problem },
  }),
};
