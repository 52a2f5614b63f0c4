import { createHmac } from "node:crypto";

/** What the bench signs with, and the workspace it comes from. */
export const clientSecret = "a-client-secret-of-the-bench";
export const appId = "bench1";
export const accessToken = "an-access-token-of-the-bench";
export const webhookPath = "/webhooks/intercom";

const empty = (type: string, key: string) => ({ type, [key]: [], total_count: 0 });

/** A customer's first message as Intercom 2.16 sends it, of 3.3 kB; its own conversation, customer and notification. */
const bodyOf = (index: number) => ({
  type: "notification_event",
  app_id: appId,
  id: `notif_${index}`,
  topic: "conversation.user.created",
  delivery_status: "pending",
  delivery_attempts: 1,
  delivered_at: 0,
  created_at: 1_794_990_120,
  first_sent_at: 1_794_990_120,
  links: {},
  self: null,
  data: {
    type: "notification_event_data",
    item: {
      type: "conversation",
      id: String(100_000_000 + index),
      created_at: 1_794_990_120,
      updated_at: 1_794_990_120,
      waiting_since: 1_794_990_120,
      snoozed_until: null,
      source: {
        type: "conversation",
        id: `36${index}`,
        delivered_as: "customer_initiated",
        subject: "",
        body: "Hello, I cannot download the invoice of October.\nIt says error 403 on this page (https://app.halvero.example/invoices/2026-10). Could I have a refund?",
        author: { id: `c${index}`, type: "user", name: "Lucía Méndez", email: `lucia.${index}@mail.example` },
        attachments: [],
        url: "https://app.halvero.example/settings",
        redacted: false,
      },
      contacts: { type: "contact.list", contacts: [{ type: "contact", id: `c${index}`, external_id: `usr_${index}` }] },
      first_contact_reply: {
        created_at: 1_794_990_120,
        type: "conversation",
        url: "https://app.halvero.example/settings",
      },
      admin_assignee_id: 0,
      team_assignee_id: 0,
      open: true,
      state: "open",
      read: false,
      tags: empty("tag.list", "tags"),
      priority: "none",
      sla_applied: null,
      statistics: {
        type: "conversation_statistics",
        time_to_assignment: null,
        time_to_admin_reply: null,
        time_to_first_close: null,
        time_to_last_close: null,
        median_time_to_reply: null,
        first_contact_reply_at: 1_794_990_120,
        first_assignment_at: null,
        first_admin_reply_at: null,
        first_close_at: null,
        last_assignment_at: null,
        last_assignment_admin_reply_at: null,
        last_contact_reply_at: 1_794_990_120,
        last_admin_reply_at: null,
        last_close_at: null,
        last_closed_by_id: null,
        count_reopens: 0,
        count_assignments: 0,
        count_conversation_parts: 1,
        assigned_team_first_response_time: [],
        handling_time: null,
        adjusted_handling_time: null,
      },
      conversation_rating: null,
      teammates: empty("admin.list", "teammates"),
      title: null,
      custom_attributes: { "Has attachments": false, "Auto-translated": false, "Copilot used": false },
      topics: empty("topic.list", "topics"),
      ticket: null,
      linked_objects: { ...empty("list", "data"), has_more: false },
      ai_agent: null,
      ai_agent_participated: false,
      company: {
        type: "company",
        id: "66f1c2a84be09d3c5a7e1001",
        company_id: "cust_2041",
        app_id: appId,
        name: "Bodegas Solera Alta",
        plan: { type: "plan", id: "884101", name: "Growth" },
        remote_created_at: 1_709_287_200,
        created_at: 1_709_287_261,
        updated_at: 1_794_988_800,
        last_request_at: 1_794_988_800,
        size: 64,
        website: "https://soleraalta.example",
        industry: "Food & Beverages",
        monthly_spend: 349,
        session_count: 4120,
        user_count: 18,
        custom_attributes: { region: "ES", contract_end_date: 1_798_675_200, has_sso: false },
        tags: empty("tag.list", "tags"),
        segments: empty("segment.list", "segments"),
      },
      channel: { initial: "messenger", current: "messenger" },
      external_references: [],
      conversation_parts: empty("conversation_part.list", "conversation_parts"),
    },
  },
});

/** The whole signed request as bytes, made before anything is timed. */
export function requestBytes(index: number): Buffer {
  const body = Buffer.from(JSON.stringify(bodyOf(index)));
  const signature = createHmac("sha1", clientSecret).update(body).digest("hex");
  const head = `POST ${webhookPath} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nx-hub-signature: sha1=${signature}\r\ncontent-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}
