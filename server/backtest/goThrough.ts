import { eventsIn, type PastEvent, Unfolding } from "#shared/archive/eventsIn.ts";
import type { Past } from "#shared/archive/past.ts";
import type { RunState } from "#shared/engine/runState.ts";
import type { Event } from "#shared/events/event.ts";
import type { Text } from "#shared/language/text.ts";
import { whoseFirst } from "#shared/workflow/once.ts";
import { type Course, leadingTo, type Mark, onward, onwardBy } from "./course.ts";
import { knownFrom } from "./known.ts";
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

/** Whether a trigger that lets only the first event in has let none in before this. */
export function isFirstTime(way: Way, past: Past, { event, place }: PastEvent, firsts: Firsts): boolean {
  const whose = way.once && whoseFirst(event, way.once);
  const first = whose === null ? undefined : firsts.get(firstKey(way, whose));
  return !first || (first.past === past.id && first.place === place);
}

/** Which trigger lets an event in, or why none does. */
function wayIn({ ways }: Prepared, past: Past, happened: PastEvent, firsts: Firsts): Way | Text | null {
  const { event } = happened;
  let why: Text | null = null;
  for (const way of ways) {
    if (!way.topics.has(event.topic)) continue;
    const verdict = way.accepts(event);
    if (!verdict.accepted) why ??= verdict.why;
    else if (isFirstTime(way, past, happened, firsts)) return way;
  }
  return why;
}

const isWay = (found: Way | Text | null): found is Way => found !== null && "trigger" in found;

/** The first event of a conversation that a trigger lets in; null where none does. */
export function firstIn(prepared: Prepared, past: Past, firsts: Firsts): Event | null {
  const unfolding = new Unfolding(past, prepared.topics);
  for (let next = unfolding.next(); next; next = unfolding.next())
    if (isWay(wayIn(prepared, past, next, firsts))) return next.event;
  return null;
}

/** Told of each run that would have been, and what is in doubt about all runs of its conversation. */
export type EachReplay = (replay: Replay, event: PastEvent, doubts: ReadonlySet<Doubt>) => void;

export type PassageOptions = Pick<ReplayOptions, "horizon" | "callee" | "logged" | "observe">;

/**
 * Takes conversations through a drawing, one after the other: each event one was made of, in order, through the triggers and, where one lets
 * it in, through the drawing. Runs of one conversation go side by side, as a live lane takes them: what comes first goes on first, an older
 * run before a younger, and each sees what the others have changed.
 */
export class Passage {
  readonly prepared: Prepared;
  readonly root: Mark;
  readonly firsts: Firsts;
  readonly each: EachReplay | undefined;
  readonly options: ReplayOptions;
  // Of the conversation that goes through now. What a course holds is put together only where nobody went so before.
  mark: Mark;
  todays: readonly string[] = [];
  isTodays = false;

  /** @param root where the tree of courses begins. */
  constructor(prepared: Prepared, root: Mark, firsts: Firsts, options: PassageOptions, each?: EachReplay) {
    this.prepared = prepared;
    this.root = root;
    this.firsts = firsts;
    this.each = each;
    this.mark = root;
    const { observe } = options;
    this.options = {
      ...options,
      observe: (node, outlet, now, step) => {
        this.left(node, outlet);
        observe?.(node, outlet, now, step);
      },
      atAction: (node, state) => this.atAction(node, state),
    };
  }

  through(past: Past): Course {
    const { prepared, options, root, each } = this;
    this.mark = root;
    this.todays = past.todays;
    this.isTodays = false;
    const changes: OwnChanges = [];
    const open: { run: Replaying; happened: PastEvent }[] = [];
    let why: Text | null = null;
    const unfolding = new Unfolding(past, prepared.topics);
    for (let happened = unfolding.next(); happened; happened = unfolding.next()) {
      const { event, place } = happened;
      if (open.length > 0) goOnUntil(event.at, open);
      const way = wayIn(prepared, past, happened, this.firsts);
      if (isWay(way)) {
        const facts = overlaid(changes, event.facts, event.at);
        const start = startOf(facts === event.facts ? event : { ...event, facts }, way.trigger);
        open.push({ run: new Replaying(prepared, knownFrom(past, place), start, options, changes), happened });
      } else why ??= way;
    }
    goOnUntil(Infinity, open);
    const replays = open.map(({ run }) => run.replayed());
    const course = this.courseOf(replays, why);
    if (each)
      for (const [index, replayed] of replays.entries()) {
        const happened = open[index]?.happened;
        if (happened) each(replayed, happened, course.doubts);
      }
    return course;
  }

  left(node: string, outlet: string | null): void {
    this.mark = onward(this.mark, "left", node, outlet ?? "");
    if (this.isTodays) return;
    const notes = this.prepared.notes.get(node);
    if (notes === undefined) return;
    if (notes.decidesByPerson) this.isTodays = true;
    for (const ref of notes.decides) if (this.todays.includes(ref)) this.isTodays = true;
  }

  atAction(node: string, state: RunState): void {
    for (const { ref, read } of this.prepared.notes.get(node)?.bare ?? [])
      if (read(state) === null) this.mark = onward(this.mark, "missing", node, ref);
  }

  courseOf(replays: readonly Replay[], why: Text | null): Course {
    let { mark } = this;
    for (const { acts, status, doubts } of replays) {
      for (const { node, changed } of acts) if (changed) mark = onwardBy(mark, node, changed);
      for (const doubt of doubts) mark = onward(mark, "else", "", doubt);
      mark = onward(mark, "else", "", status);
    }
    if (this.isTodays) mark = onward(mark, "else", "", "todays");
    const runs = replays.length;
    if (runs === 0 && why) mark = onward(mark, "else", "", why.en);
    if (mark.course) return mark.course;
    const steps = leadingTo(mark, "left");
    const nodes = new Set(steps.map(({ step }) => step));
    return (mark.course = {
      runs,
      nodes,
      twice: nodes.size < steps.length,
      exits: once(steps.flatMap(({ step: node, way: outlet }) => (outlet === "" ? [] : [{ node, outlet }]))),
      doubts: new Set([
        ...replays.flatMap(({ doubts }) => [...doubts]),
        ...(this.isTodays ? (["todays"] as const) : []),
      ]),
      missing: once(leadingTo(mark, "missing").map(({ step: node, way: ref }) => ({ node, ref }))),
      failed: replays.some(({ status }) => status === "failed"),
      acts: replays.flatMap(({ acts }) => acts.map(({ node, changed }) => ({ node, changed }))),
      why: runs === 0 ? why : null,
    });
  }
}

/** Each once, in the order in which they first came. */
const once = <T>(all: readonly T[]): T[] => [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];

/** Goes on until nothing is due any more before an instant (epoch milliseconds). */
function goOnUntil(at: number, open: readonly { run: Replaying }[]): void {
  for (;;) {
    let next: Replaying | null = null;
    let soonest = at;
    for (const { run } of open) {
      const due = run.due();
      if (due !== null && due < soonest) [next, soonest] = [run, due];
    }
    if (!next) return;
    next.step();
  }
}

/** What one conversation would have gone through. */
export const goThrough = (
  prepared: Prepared,
  past: Past,
  root: Mark,
  firsts: Firsts,
  options: PassageOptions,
  each?: EachReplay,
): Course => new Passage(prepared, root, firsts, options, each).through(past);
