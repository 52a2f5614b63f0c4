import { z } from "zod";
import { QuickReply } from "../documents/conversation.ts";
import { attachmentsIn } from "./attachments.ts";
import { html, id, said } from "./ids.ts";

const options = z.array(QuickReply).min(1).max(20);

/** A reply in a conversation or a ticket. Source: Intercom 2.16, POST /conversations/{id}/reply and /tickets/{id}/reply. */
export const Reply = z.union([
  z.object({
    type: z.literal("admin"),
    message_type: z.enum(["comment", "note"]),
    admin_id: id,
    body: said,
    ...attachmentsIn,
  }),
  z.object({
    type: z.literal("admin"),
    message_type: z.literal("quick_reply"),
    admin_id: id,
    body: html.optional(),
    reply_options: options,
    ...attachmentsIn,
  }),
  z
    .object({
      type: z.literal("user"),
      message_type: z.literal("comment"),
      body: said,
      intercom_user_id: z.string().optional(),
      user_id: z.string().optional(),
      email: z.string().optional(),
      /** The quick reply that was picked. */
      reply_options: options.optional(),
      ...attachmentsIn,
    })
    .refine(({ intercom_user_id, user_id, email }) => intercom_user_id ?? user_id ?? email, "must name a contact"),
]);
export type Reply = z.infer<typeof Reply>;
