import { Admin, type Tag, type Team } from "../documents/team.ts";

/** Teammates by the key that talks use. The first is who the token belongs to. */
const staff = {
  bot: ["6104200", "Switchboard", "switchboard@halvero.example", "Automation"],
  nadia: ["6104201", "Nadia Belkadi", "nadia@halvero.example", "Support lead"],
  grace: ["6104202", "Grace Oyelami", "grace@halvero.example", "Support specialist"],
  tomas: ["6104203", "Tomás Arrieta", "tomas@halvero.example", "Billing specialist"],
  elena: ["6104204", "Elena Vidaurre", "elena@halvero.example", "Support and billing, Spanish"],
  hiro: ["6104205", "Hiro Tanabe", "hiro@halvero.example", "Onboarding manager"],
} as const;

const groups = {
  support: ["8120301", "Support", ["bot", "nadia", "grace", "elena"]],
  billing: ["8120302", "Billing", ["bot", "tomas", "elena"]],
  onboarding: ["8120303", "Onboarding", ["bot", "hiro", "nadia"]],
} as const;

export const admins: ReadonlyMap<string, Admin> = new Map(
  Object.entries(staff).map(([key, [id, name, email, job_title]]) => {
    const teams = Object.values(groups).filter(([, , members]) => members.some((member) => member === key));
    const admin = { id, name, email, job_title, team_ids: teams.map(([team]) => Number(team)) };
    return [key, Admin.parse(admin)];
  }),
);

export const teams: ReadonlyMap<string, Team> = new Map(
  Object.entries(groups).map(([key, [id, name, members]]) => [
    key,
    { id, name, admin_ids: members.map((member) => Number(staff[member][0])) },
  ]),
);

const tagNames = [
  "refund",
  "invoice",
  "login",
  "bug",
  "feature request",
  "onboarding",
  "cancellation",
  "praise",
  "spam",
  "VIP",
];

export const tags: ReadonlyMap<string, Tag> = new Map(
  tagNames.map((name, index) => [name, { id: String(7_740_101 + index), name }]),
);
