import type { Segment } from "../seed/segments.ts";

/** Schema `segment`. @param madeAt epoch seconds. */
export const segmentView = ({ id, name, person_type }: Segment, madeAt: number) => ({
  type: "segment",
  id,
  name,
  created_at: madeAt,
  updated_at: madeAt,
  person_type,
});
