import type { ArchiveSearch } from "#shared/api/archive.ts";

/** What is looked for among past conversations, as it stands in the address: days by the calendar ("2026-03-14"), ids as the lists give them. */
export const filterNames = [
  "search",
  "state",
  "team",
  "teammate",
  "tag",
  "channel",
  "from",
  "to",
  "import",
  "contact",
] as const;
export type FilterName = (typeof filterNames)[number];
export type ArchiveFilter = Readonly<Partial<Record<FilterName, string>>>;

/** None of it: what clears all filters. */
export const noFilter = Object.fromEntries(filterNames.map((name) => [name, ""]));

const states = ["open", "closed", "snoozed"] as const;
const day = /^\d{4}-\d\d-\d\d$/;

/** What an address says; what it cannot mean is left out. */
export function filterIn(address: URLSearchParams): ArchiveFilter {
  const all = filterNames.map((name) => [name, address.get(name) ?? ""] as const);
  const isMeant = ([name, value]: readonly [FilterName, string]) =>
    value !== "" &&
    (name !== "state" || states.some((state) => state === value)) &&
    ((name !== "from" && name !== "to") || (day.test(value) && !Number.isNaN(Date.parse(value))));
  return Object.fromEntries(all.filter(isMeant));
}

/** The beginning of a day where the reader is, so many days later. */
export function startOfDay(written: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = written.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/** What the server is asked for. The last day is included, as people mean it. */
export function searchOf({ state, from, to, ...rest }: ArchiveFilter): Partial<ArchiveSearch> {
  const known = states.find((each) => each === state);
  return {
    ...rest,
    ...(known ? { state: known } : {}),
    ...(from ? { from: startOfDay(from) } : {}),
    ...(to ? { to: startOfDay(to, 1) } : {}),
  };
}

/** How many filters are set beside the words that are searched for. */
export const filterCount = (filter: ArchiveFilter): number =>
  filterNames.filter((name) => name !== "search" && filter[name] !== undefined).length;
