import type { Admin, AppliedTag, Tag } from "../documents/team.ts";

/** Schema `tag_basic`. */
export const tagView = ({ id, name }: Tag) => ({ type: "tag", id, name });

/** Schema `tag`, where it is put on something. */
export const appliedTagView = (tag: AppliedTag) => ({ type: "tag", ...tag });

/** Schema `admin`. */
export const adminView = (admin: Admin) => ({
  type: "admin",
  ...admin,
  has_inbox_seat: true,
  avatar: null,
  team_priority_level: {},
});
