import { eventsIn, type PastEvent } from "#shared/archive/eventsIn.ts";
import type { Past } from "#shared/archive/past.ts";
import type { LeftStep } from "#shared/engine/turn.ts";
import type { RunState } from "#shared/engine/runState.ts";
import type { Text } from "#shared/language/text.ts";
import { whoseFirst } from "#shared/workflow/once.ts";
import { changedKey, type Course, type Mark, onward } from "./course.ts";
import type { Prepared, Way } from "./prepare.ts";
import {
  type Doubt,
  overlaid,
  type OwnChanges,
  type Replay,
  Replaying,
  type ReplayOptions,
  startOf,
} from "./replay.ts";

/** Whose first time it was when: for triggers that let only the first event in. Made once over the whole archive. */
export type Firsts = ReadonlyMap<string, { at: number; past: string; place: number }>;

const firstKey = ({ trigger }: Way, whose: string) => `${trigger} ${whose}`;

/** Empty where no trigger asks for it. */
export function firstsOf(prepared: Prepared, pasts: Iterable<Past>): Firsts {
  const firsts = new Map<string, { at: number; past: string; place: number }>();
  if (prepared.ways.every(({ once }) => once === null)) return firsts;
  for (const past of pasts)
    for (const { event, place } of eventsIn(past, prepared.topics)) {
      const way = prepared.ways.find(({ topics, accepts }) => topics.has(event.topic) && accepts(event).accepted);
      const whose = way?.once ? whoseFirst(event, way.once) : null;
      if (!way || whose === null) continue;
      const key = firstKey(way, whose);
      const known = firsts.get(key);
      if (!known || event.at < known.at) firsts.set(key, { at: event.at, past: past.id, place });
    }
  return firsts;
}

/** Which trigger lets an event in, or why none does. */
function wayIn({ ways }: Prepared, past: Past, { event, place }: PastEvent, firsts: Firsts): Way | Text | null {
  let why: Text | null = null;
  for (const way of ways) {
    if (!way.topics.has(event.topic)) continue;
    const verdict = way.accepts(event);
    if (!verdict.accepted) why ??= verdict.why;
    else {
      const whose = way.once && whoseFirst(event, way.once);
      const first = whose === null ? undefined : firsts.get(firstKey(way, whose));
      if (!first || (first.past === past.id && first.place === place)) return way;
    }
  }
  return why;
}

const isWay = (found: Way | Text | null): found is Way => found !== null && "trigger" in found;

/** What follows a conversation through a drawing, of which a course is made. */
class Tracking {
  mark: Mark;
  readonly nodes = new Set<string>();
  readonly exits: { node: string; outlet: string }[] = [];
  readonly doubts = new Set<Doubt>();
  readonly missing: { node: string; ref: string }[] = [];
  readonly prepared: Prepared;
  readonly past: Past;

  constructor(prepared: Prepared, past: Past, root: Mark) {
    this.prepared = prepared;
    this.past = past;
    this.mark = root;
  }

  left = ({ node, outlet }: LeftStep): void => {
    const way = outlet ?? "";
    this.mark = onward(this.mark, node, way);
    const notes = this.prepared.notes.get(node);
    if (!this.nodes.has(node)) this.nodes.add(node);
    if (outlet !== null && !this.exits.some((exit) => exit.node === node && exit.outlet === outlet))
      this.exits.push({ node, outlet });
    if (!notes || this.doubts.has("todays")) return;
    const { past } = this;
    if (notes.decidesByPerson || (notes.decides.length > 0 && notes.decides.some((ref) => past.todays.includes(ref))))
      this.doubts.add("todays");
  };

  atAction = (node: string, state: RunState): void => {
    for (const { ref, read } of this.prepared.notes.get(node)?.bare ?? [])
      if (read(state) === null && !this.missing.some((each) => each.node === node && each.ref === ref))
        this.missing.push({ node, ref });
  };
}

/** Told of each run that would have been, and what is in doubt about all runs of its conversation. */
export type EachReplay = (replay: Replay, event: PastEvent, doubts: ReadonlySet<Doubt>) => void;

/**
 * Runs side by side in one conversation, as a live lane takes them: what comes first goes on first, an older run before a younger, and each
 * sees what the others have changed.
 */
class Lane {
  readonly open: { run: Replaying; happened: PastEvent }[] = [];
  readonly changes: OwnChanges = [];

  /** Goes on until nothing is due any more before an instant (epoch milliseconds). */
  until(at: number): void {
    for (;;) {
      let next: Replaying | null = null;
      let soonest = at;
      for (const { run } of this.open) {
        const due = run.due();
        if (due !== null && due < soonest) [next, soonest] = [run, due];
      }
      if (!next) return;
      next.step();
    }
  }
}

/**
 * What a conversation would have gone through: each event it was made of, in order, through the triggers and, where one lets it in,
 * through the drawing.
 * @param root where the tree of courses begins.
 */
export function goThrough(
  prepared: Prepared,
  past: Past,
  root: Mark,
  firsts: Firsts,
  options: Pick<ReplayOptions, "horizon" | "callee" | "logged"> & { observe?: (step: LeftStep, now: number) => void },
  each?: EachReplay,
): Course {
  const tracking = new Tracking(prepared, past, root);
  const lane = new Lane();
  const { observe } = options;
  const left: ReplayOptions["observe"] = observe
    ? (step, now) => {
        tracking.left(step);
        observe(step, now);
      }
    : tracking.left;
  const watched: ReplayOptions = { ...options, observe: left, atAction: tracking.atAction };
  let why: Text | null = null;
  for (const happened of eventsIn(past, prepared.topics)) {
    const { event, place } = happened;
    lane.until(event.at);
    const way = wayIn(prepared, past, happened, firsts);
    if (isWay(way)) {
      const facts = overlaid(lane.changes, event.facts, event.at);
      const start = startOf(facts === event.facts ? event : { ...event, facts }, way.trigger);
      lane.open.push({ run: new Replaying(prepared, past, start, place, watched, lane.changes), happened });
    } else why ??= way;
  }
  lane.until(Infinity);
  const replays = lane.open.map(({ run, happened }) => ({ replayed: run.replayed(), happened }));
  for (const { replayed, happened } of replays) each?.(replayed, happened, tracking.doubts);
  return courseOf(
    tracking,
    replays.map(({ replayed }) => replayed),
    why,
  );
}

function courseOf(tracking: Tracking, replays: readonly Replay[], why: Text | null): Course {
  const { nodes, exits, doubts, missing } = tracking;
  let { mark } = tracking;
  for (const replayed of replays) {
    for (const doubt of replayed.doubts) doubts.add(doubt);
    for (const { node, changed } of replayed.acts) if (changed) mark = onward(mark, node, changedKey(changed));
    mark = onward(mark, "", replayed.status);
  }
  for (const doubt of doubts) mark = onward(mark, "", doubt);
  for (const { node, ref } of missing) mark = onward(mark, node, ref);
  const runs = replays.length;
  if (runs === 0 && why) mark = onward(mark, "", why.en);
  return (mark.course ??= {
    runs,
    nodes,
    exits,
    doubts,
    missing,
    failed: replays.some(({ status }) => status === "failed"),
    acts: replays.flatMap(({ acts }) => acts.map(({ node, changed }) => ({ node, changed }))),
    why: runs === 0 ? why : null,
  });
}
