import { z } from "zod";
import { route } from "./route.ts";

/** The archive of past conversations. */
export const Archive = z.object({
  conversations: z.number().int(),
  /** When the oldest and the newest of them began. */
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
});
export type Archive = z.infer<typeof Archive>;

export const archiveRoutes = {
  getArchive: route({
    method: "get",
    path: "/api/archive",
    access: "member",
    summary: "How many past conversations there are",
    answer: Archive,
  }),
};
