import type { TicketCategory } from "../documents/ticket.ts";

/** Schema `linked_object_list`. */
export const linkedObjects = (
  data: readonly { type: "ticket" | "conversation"; id: string; category: TicketCategory | null }[],
) => ({ type: "list", data, total_count: data.length, has_more: false });
