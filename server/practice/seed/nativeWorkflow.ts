/**
 * A workflow that was drawn in Intercom itself, as Intercom exports it. The description (2.16, schema `workflow_export`)
 * leaves the inside of `snapshot` open; the one here is made up in its manner: steps by id, with where each leads.
 */
export const nativeWorkflow = {
  id: "67890",
  title: "Greet and sort new conversations",
  description: "Asks what it is about and passes it to a team",
  trigger_type: "inbound_conversation",
  state: "live",
  target_channels: ["chat"],
  preferred_devices: ["desktop", "mobile"],
  targeting: {
    operator: "and",
    predicates: [{ attribute: "role", type: "role", comparison: "eq", value: "user_role" }],
  },
  snapshot: {
    start_step_id: "s1",
    steps: [
      { id: "s1", type: "send_message", body: "<p>Hello! What can we do for you?</p>", next_step_id: "s2" },
      {
        id: "s2",
        type: "reply_buttons",
        buttons: [
          { id: "b1", label: "An invoice", next_step_id: "s3" },
          { id: "b2", label: "Something else", next_step_id: "s5" },
        ],
      },
      { id: "s3", type: "tag_conversation", tag_id: "7740102", next_step_id: "s4" },
      { id: "s4", type: "assign", assignee_type: "team", assignee_id: "8120302", next_step_id: null },
      { id: "s5", type: "assign", assignee_type: "team", assignee_id: "8120301", next_step_id: null },
    ],
  },
  attributes: [],
  embedded_rules: [],
} as const;
