import type { Report } from "#shared/api/simulations.ts";
import type { Frozen } from "./frozenCases.ts";

const hoursOfWeek = 168;
/** So many teams have a week of their own. */
const mostTeams = 8;

interface Load {
  count: number;
  hours: number[];
}
const newLoad = (): Load => ({ count: 0, hours: Array.from({ length: hoursOfWeek }, () => 0) });

/** In which hours of the week a workflow would act, and give conversations to which team; busiest team first, all it acts in before. */
export function loadOf(cases: readonly Pick<Frozen, "hour" | "given">[]): Report["load"] {
  const whole = newLoad();
  const teams = new Map<string, Load>();
  const add = (load: Load, hours: Iterable<number>) => {
    load.count += 1;
    for (const hour of hours) load.hours[hour] = (load.hours[hour] ?? 0) + 1;
  };
  for (const { hour, given } of cases) {
    if (hour !== null) add(whole, [hour]);
    for (const team of new Set(given.map(([id]) => id))) {
      let load = teams.get(team);
      if (!load) teams.set(team, (load = newLoad()));
      add(load, new Set(given.flatMap(([id, at]) => (id === team ? [at] : []))));
    }
  }
  const busiest = [...teams].toSorted(([, one], [, other]) => other.count - one.count).slice(0, mostTeams);
  return [{ team: null, ...whole }, ...busiest.map(([team, load]) => ({ team, ...load }))];
}
