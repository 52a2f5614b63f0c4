import { z } from "zod";

/*
 * What the practice workspace keeps, in the shape of Intercom's REST API 2.16 (schemas of the same names). Instants are
 * epoch seconds. What is the same for every object is not kept but added when it is shown (present/).
 */

export const Admin = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  job_title: z.string(),
  team_ids: z.array(z.number()),
  away_mode_enabled: z.boolean().default(false),
  away_mode_reassign: z.boolean().default(false),
  away_status_reason_id: z.number().nullable().default(null),
});
export type Admin = z.infer<typeof Admin>;

export const Team = z.object({ id: z.string(), name: z.string(), admin_ids: z.array(z.number()) });
export type Team = z.infer<typeof Team>;

export const Tag = z.object({ id: z.string(), name: z.string() });
export type Tag = z.infer<typeof Tag>;

/** A tag where it is put on something. */
export const AppliedTag = Tag.extend({
  applied_at: z.number(),
  applied_by: z.object({ type: z.literal("admin"), id: z.string() }),
});
export type AppliedTag = z.infer<typeof AppliedTag>;
