import type { Company } from "../documents/people.ts";
import { tagView } from "./team.ts";
import { inIso } from "./instants.ts";

const known = (value: object) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));

/** Schema `company`. What was never given is left out, and a plan that was never given is empty. */
export const companyView = ({ plan, remote_created_at, tags, ...company }: Company, appId: string) => ({
  type: "company",
  ...known(company),
  id: company.id,
  plan: plan ?? {},
  app_id: appId,
  remote_created_at: remote_created_at ?? company.created_at,
  tags: { type: "tag.list", tags: tags.map(tagView) },
  segments: { type: "segment.list", segments: [] },
});

/** As `company.contact.*` carry it, which differs from all others in captures: ids for lists, instants as ISO-8601 strings. */
export function companyBesideContact(company: Company, appId: string) {
  const { plan: _, tags: __, segments: ___, ...view } = companyView(company, appId);
  return inIso({ ...view, plan_id: company.plan?.id ?? null, tag_ids: company.tags.map(({ id }) => id) });
}
