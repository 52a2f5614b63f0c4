import { Company } from "../documents/people.ts";

const daySeconds = 86_400;

type Plan = "Free" | "Starter" | "Pro" | "Enterprise";

const planIds: Record<Plan, string> = { Free: "552001", Starter: "552002", Pro: "552003", Enterprise: "552004" };

/** Key, name, plan, monthly spend, people, users, industry, region, customer for days, health, single sign-on. */
type Row = readonly [string, string, Plan, number, number, number, string, string, number, number, boolean];

const rows: readonly Row[] = [
  ["alcor", "Alcor Ceramics", "Pro", 290, 48, 14, "Manufacturing", "EMEA", 610, 82, false],
  ["brisa", "Brisa Marina Viajes", "Starter", 79, 12, 5, "Travel", "EMEA", 240, 64, false],
  ["cobalt", "Cobalt Ferry Lines", "Enterprise", 3_400, 920, 210, "Transport", "EMEA", 1_120, 91, true],
  ["dunmore", "Dunmore & Pell Legal", "Pro", 349, 35, 22, "Legal services", "EMEA", 480, 58, false],
  ["estela", "Clínica Estela", "Pro", 310, 60, 26, "Health care", "EMEA", 350, 77, false],
  ["fennel", "Fennel Street Bakery", "Free", 0, 6, 2, "Food", "Americas", 95, 45, false],
  ["garza", "Logística Garza", "Enterprise", 2_150, 540, 130, "Transport", "Americas", 890, 88, true],
  ["hollow", "Hollowbrook Studios", "Starter", 99, 18, 9, "Media", "Americas", 210, 71, false],
  ["iruna", "Iruña Robótica", "Pro", 420, 75, 31, "Manufacturing", "EMEA", 530, 85, true],
  ["juniper", "Juniper Loom", "Starter", 79, 9, 4, "Retail", "Americas", 130, 52, false],
  ["kestrel", "Kestrel Bay University", "Enterprise", 1_900, 2_400, 340, "Education", "APAC", 700, 80, true],
  ["lapiz", "Editorial Lápiz Azul", "Starter", 99, 14, 7, "Publishing", "Americas", 175, 69, false],
  ["mirador", "Hoteles Mirador", "Pro", 390, 210, 38, "Hospitality", "EMEA", 420, 61, false],
  ["noria", "Cooperativa La Noria", "Free", 0, 22, 3, "Agriculture", "EMEA", 60, 49, false],
  ["orchard", "Orchard Lane Clinics", "Pro", 360, 88, 29, "Health care", "APAC", 265, 73, false],
];

const managers = ["Hiro Tanabe", "Nadia Belkadi", "Tomás Arrieta"];

/** Companies by key. @param now epoch seconds. */
export function companiesAt(now: number): ReadonlyMap<string, Company> {
  return new Map(
    rows.map(([key, name, plan, spend, size, users, industry, region, days, health, sso], index) => [
      key,
      Company.parse({
        id: `67a3f0c2d18e4b6a9c50${String(1_001 + index)}`,
        company_id: `hv_${2_040 + index}`,
        name,
        plan: { type: "plan", id: planIds[plan], name: plan },
        created_at: now - days * daySeconds,
        updated_at: now - (index + 1) * 5_400,
        last_request_at: now - (index + 1) * 5_400,
        size,
        website: `https://${key}.example`,
        industry,
        monthly_spend: spend,
        session_count: users * days,
        user_count: users,
        custom_attributes: {
          region,
          account_manager: plan === "Enterprise" || plan === "Pro" ? (managers[index % managers.length] ?? null) : null,
          has_sso: sso,
          renews_at: plan === "Free" ? null : now + (30 + index * 19) * daySeconds,
          health,
        },
      }),
    ]),
  );
}
