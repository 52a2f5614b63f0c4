import type { ConversationAttribute, DataAttribute } from "../documents/attributes.ts";

type Model = DataAttribute["model"];
type Type = DataAttribute["data_type"];

const plans = ["Free", "Starter", "Pro", "Enterprise"];

let nextId = 3_310_001;
const own = (
  model: Model,
  name: string,
  data_type: Type,
  label: string,
  description: string,
  options?: string[],
): DataAttribute => ({
  id: nextId++,
  model,
  name,
  label,
  description,
  data_type,
  ...(options ? { options } : {}),
  custom: true,
  api_writable: true,
});

/** What every Intercom workspace has; `writable` as in Intercom. */
const standard = (model: Model, name: string, data_type: Type, label: string, writable: boolean): DataAttribute => ({
  id: nextId++,
  model,
  name,
  label,
  description: "",
  data_type,
  custom: false,
  api_writable: writable,
});

export const dataAttributes: readonly DataAttribute[] = [
  standard("contact", "name", "string", "Name", true),
  standard("contact", "email", "string", "Email", true),
  standard("contact", "phone", "string", "Phone", true),
  standard("contact", "signed_up_at", "date", "Signed up", true),
  own("contact", "plan_tier", "string", "Plan tier", "The plan this person's company pays for", plans),
  own("contact", "job_title", "string", "Job title", "As given at sign-up"),
  own("contact", "projects", "integer", "Projects", "Projects this person has opened"),
  own("contact", "onboarded", "boolean", "Onboarded", "Finished the first-steps checklist"),
  own("contact", "trial_ends_at", "date", "Trial ends", "Empty once they pay or leave"),
  own("contact", "satisfaction", "float", "Satisfaction", "Mean of their ratings, 1 to 5"),
  standard("company", "name", "string", "Company name", true),
  standard("company", "monthly_spend", "float", "Monthly spend", true),
  standard("company", "size", "integer", "Company size", true),
  standard("company", "industry", "string", "Industry", true),
  own("company", "region", "string", "Region", "Where it is billed", ["EMEA", "Americas", "APAC"]),
  own("company", "account_manager", "string", "Account manager", "Whom they know by name"),
  own("company", "has_sso", "boolean", "Single sign-on", "Signs in through its own directory"),
  own("company", "renews_at", "date", "Renews", "When the contract ends"),
  own("company", "health", "integer", "Health", "0 to 100, from use and open questions"),
];

const choices = (labels: readonly string[]): ConversationAttribute["options"] =>
  labels.map((label, index) => ({
    id: `5d0c7b1e-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
    label,
    archived: false,
  }));

/** By the name that talks use. */
export const conversationAttributes: readonly ConversationAttribute[] = [
  {
    id: 41,
    name: "Topic",
    description: "What it is about",
    data_type: "list",
    options: choices([
      "Refund",
      "Invoice",
      "Log-in",
      "Bug",
      "Feature question",
      "Onboarding",
      "Cancellation",
      "Praise",
      "Spam",
    ]),
  },
  { id: 42, name: "Urgent", description: "The customer cannot work", data_type: "boolean" },
  { id: 43, name: "Invoice number", description: "As printed, like H-2041", data_type: "string" },
  { id: 44, name: "Amount", description: "In the invoice's currency", data_type: "decimal" },
  { id: 45, name: "People affected", description: "", data_type: "integer" },
  { id: 46, name: "Promised by", description: "When we said it would be done", data_type: "datetime" },
];
