import type { Group } from "../conditions/condition.ts";
import { type Language, shorten, text, type Text } from "../language/text.ts";
import type { Registry } from "../nodes/define.ts";
import { outletsOf } from "../nodes/define.ts";
import type { WorkflowDocument, WorkflowEdge, WorkflowNode } from "../workflow/document.ts";
import type { Lists } from "../workspace/lists.ts";
import { type Drawing, drawStep, ruleNotes } from "./drawStep.ts";
import type { ImportNote } from "./importNote.ts";
import { layOut } from "./layOut.ts";
import { nativeRules } from "./nativeRules.ts";
import type { NativeStep } from "./nativeStep.ts";
import { nativeTrigger } from "./nativeTrigger.ts";
import { readNative } from "./readNative.ts";

export interface Imported {
  name: string;
  document: WorkflowDocument;
  notes: ImportNote[];
}

/** A way on that is still to be joined to what a native step became. */
interface OpenLine {
  from: string;
  outlet: string;
  to: string | null;
}

/** Steps that one native step may become are left room for. */
const mostNodes = 800;

/**
 * A drawing from a workflow that was drawn in Intercom. What has a counterpart here comes over; what has not is said in a note, and
 * where leaving it out would change what the rest does, a "Stop" under its name keeps its place. Notes stand at their steps as well.
 * Never throws, whatever is given.
 */
export function importNative(exported: unknown, registry: Registry, lists: Lists, language: Language = "en"): Imported {
  const native = readNative(exported);
  const nodes: WorkflowNode[] = [];
  const edges: WorkflowEdge[] = [];
  const notes: ImportNote[] = [];
  const say = (words: readonly Text[], node?: string) => {
    for (const each of words)
      if (!notes.some((note) => note.node === node && note.text.en === each.en))
        notes.push({ text: each, ...(node === undefined ? {} : { node }) });
  };
  const add = (type: string, config: WorkflowNode["config"], name?: string): string => {
    const id = `n${nodes.length + 1}`;
    nodes.push({ id, type, ...(name === undefined ? {} : { name: shorten(name, 120) }), config });
    return id;
  };

  const drawings = new Map([...native.steps].map(([id, step]) => [id, drawStep(step, lists, native.rules)]));
  const entered = new Map<string, number>();
  for (const { to, otherwise, ways } of native.steps.values())
    for (const target of new Set([to, otherwise, ...ways.map((way) => way.to)]))
      if (target !== null) entered.set(target, (entered.get(target) ?? 0) + 1);

  /** Past the steps that became nothing. */
  const resolve = (given: string | null): string | null => {
    const passed = new Set<string>();
    let at = given;
    while (at !== null && drawings.get(at)?.as === "nothing") {
      if (passed.has(at)) return null;
      passed.add(at);
      at = native.steps.get(at)?.to ?? null;
    }
    return at;
  };

  const entries = new Map<string, string>();
  const waiting: OpenLine[] = [];

  function drawOne(step: NativeStep, drawing: Drawing): string | null {
    if (drawing.as === "row") {
      const after = resolve(step.to ?? step.ways[0]?.to ?? step.otherwise);
      const [only] = drawing.steps;
      const asked = after === null ? undefined : drawings.get(after);
      // Buttons below a message of Intercom's are part of the message here.
      if (only?.type === "intercom.reply" && asked?.as === "buttons" && after !== null && entered.get(after) === 1) {
        const below = native.steps.get(after);
        const words = asked.message["message"];
        if (below && Array.isArray(words) && words.length === 0) {
          const entry = drawButtons(below, { ...asked.message, message: only.config["message"] ?? [] });
          say([...drawing.notes, ...asked.notes], entry);
          entries.set(after, entry);
          return entry;
        }
      }
      const ids = drawing.steps.map(({ type, config }) => add(type, config));
      for (const [place, id] of ids.entries()) {
        const next = ids[place + 1];
        if (next !== undefined) edges.push({ from: id, outlet: "next", to: next });
      }
      const last = ids.at(-1) ?? "";
      const outlet = drawing.steps.at(-1)?.type === "logic.waitFor" ? "customerReplied" : "next";
      if (drawing.steps.at(-1)?.type !== "logic.stop") waiting.push({ from: last, outlet, to: after });
      if (outlet === "customerReplied") waiting.push({ from: last, outlet: "late", to: step.otherwise });
      say(drawing.notes, ids[0]);
      if (step.ways.length > 1)
        say(
          [
            text(
              `“${step.name}” had several ways on; only the first was joined.`,
              `«${step.name}» tenía varias salidas; solo se ha unido la primera.`,
            ),
          ],
          last,
        );
      return ids[0] ?? null;
    }
    if (drawing.as === "buttons") {
      const entry = drawButtons(step, drawing.message);
      say(drawing.notes, entry);
      return entry;
    }
    if (drawing.as === "branch") {
      const ways = step.ways.length > 0 ? step.ways : [{ to: step.to }];
      const ids = drawing.rules.map((when) => add("logic.if", withRules(when)));
      for (const [place, id] of ids.entries()) {
        const next = ids[place + 1];
        waiting.push({ from: id, outlet: "yes", to: ways[place]?.to ?? null });
        if (next === undefined)
          waiting.push({ from: id, outlet: "no", to: step.otherwise ?? (step.ways.length > 0 ? step.to : null) });
        else edges.push({ from: id, outlet: "no", to: next });
      }
      say(drawing.notes, ids[0]);
      return ids[0] ?? null;
    }
    if (drawing.as === "hours") {
      const id = add("logic.officeHours", {});
      waiting.push({ from: id, outlet: "open", to: step.ways[0]?.to ?? step.to });
      waiting.push({ from: id, outlet: "closed", to: step.otherwise ?? step.ways[1]?.to ?? null });
      say(drawing.notes, id);
      return id;
    }
    if (drawing.as === "nothing") return null;
    const id = add("logic.stop", {}, language === "es" ? `Era: ${step.name}` : `Was: ${step.name}`);
    say(drawing.notes, id);
    return id;
  }

  /** The message with its buttons, the wait for one to be pressed, and a way for each. */
  function drawButtons(step: NativeStep, message: WorkflowNode["config"]): string {
    const entry = add("intercom.reply", message);
    const wait = add("logic.waitFor", { for: ["customerReplied"], most: { amount: 2, unit: "days" } });
    const shown = step.ways.filter(({ label }) => label !== "").slice(0, 10);
    const cases = shown.map(({ label }, place) => ({ id: `b${place + 1}`, label, values: [label] }));
    const split = add("logic.splitByValue", { value: `steps.${wait}.text`, cases });
    edges.push({ from: entry, outlet: "next", to: wait }, { from: wait, outlet: "customerReplied", to: split });
    for (const [place, way] of shown.entries()) waiting.push({ from: split, outlet: `b${place + 1}`, to: way.to });
    waiting.push({ from: split, outlet: "otherwise", to: step.otherwise ?? step.to });
    if (Array.isArray(message["message"]) && message["message"].length === 0)
      say(
        [
          text(
            "These buttons need a message above them. Write one.",
            "Estos botones necesitan un mensaje encima. Escríbelo.",
          ),
        ],
        entry,
      );
    say(
      [text("Here the buttons are waited for at most 2 days.", "Aquí se espera a los botones 2 días como mucho.")],
      wait,
    );
    return entry;
  }

  const { triggers, notes: triggerNotes } = nativeTrigger(native, registry);
  const starts = triggers.map(({ type, config }) => add(type, config));
  for (const note of triggerNotes) say([note.text], starts[0]);
  const { group, missed } = nativeRules(native.targeting, lists);
  const gate = group === null ? null : add("logic.if", withRules(group));
  say(ruleNotes(missed), gate ?? undefined);
  if (gate !== null) for (const from of starts) edges.push({ from, outlet: "next", to: gate });
  for (const from of gate === null ? starts : [gate])
    waiting.push({ from, outlet: gate === null ? "next" : "yes", to: native.start });

  // From the start on, then what nothing leads to, so that no step is lost.
  const queue: string[] = native.start === null ? [] : [native.start];
  const rest = [...native.steps.keys()];
  let left = native.tooMany;
  for (let at = queue.shift() ?? rest.shift(); at !== undefined; at = queue.shift() ?? rest.shift()) {
    const id = resolve(at);
    const step = id === null ? undefined : native.steps.get(id);
    const drawing = id === null ? undefined : drawings.get(id);
    if (id === null || !step || !drawing || entries.has(id)) continue;
    if (nodes.length >= mostNodes) {
      left += 1;
      continue;
    }
    const before = waiting.length;
    const entry = drawOne(step, drawing);
    if (entry !== null) entries.set(id, entry);
    for (const { to } of waiting.slice(before)) if (to !== null) queue.push(to);
    if (drawing.as === "place")
      for (const to of [step.to, step.otherwise, ...step.ways.map((way) => way.to)]) if (to !== null) queue.push(to);
  }
  for (const drawing of drawings.values()) if (drawing.as === "nothing") say(drawing.notes);
  if (left > 0)
    say([
      text(
        `It is too large: ${left} of its steps were left out.`,
        `Es demasiado grande: se han dejado fuera ${left} de sus pasos.`,
      ),
    ]);
  if (native.steps.size === 0)
    say([text("No steps could be read from the export.", "No se ha podido leer ningún paso de la exportación.")]);

  const leaving = new Map<string, string[]>();
  const lead = ({ from, to }: WorkflowEdge) => leaving.set(from, [...(leaving.get(from) ?? []), to]);
  for (const edge of edges) lead(edge);
  for (const { from, outlet, to } of waiting) {
    const id = resolve(to);
    const target = id === null ? undefined : entries.get(id);
    if (target === undefined) continue;
    const edge = { from, outlet, to: target };
    if (reaches(leaving, target, from)) {
      say(
        [
          text(
            "A line went back to an earlier step and was left out: lines here never go in circles. Use “Repeat until”.",
            "Se ha quitado una línea que volvía a un paso anterior: aquí las líneas no dan vueltas. Usa «Repetir hasta que».",
          ),
        ],
        from,
      );
      continue;
    }
    edges.push(edge);
    lead(edge);
  }

  for (const node of nodes) {
    const said = notes
      .filter((note) => (note.node ?? nodes[0]?.id) === node.id)
      .map(({ text: each }) => each[language]);
    if (said.length > 0) node.note = shorten(said.join("\n"), 2000);
  }
  const exits = new Map(nodes.map((node) => [node.id, exitCount(node, registry)]));
  return {
    name: native.title || (language === "es" ? "De Intercom" : "From Intercom"),
    document: {
      format: 1,
      nodes,
      edges,
      layout: layOut(
        nodes.map(({ id }) => id),
        edges,
        (id) => exits.get(id) ?? 1,
      ),
    },
    notes,
  };
}

/** Rules are JSON without saying so. */
const withRules = (when: Group | null) => (when === null ? {} : { when }) as WorkflowNode["config"];

/** Whether there is a way from one step to another, or they are the same. */
function reaches(leaving: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    if (at === to) return true;
    for (const next of leaving.get(at) ?? []) seen.add(next);
  }
  return false;
}

function exitCount({ type, config }: WorkflowNode, registry: Registry): number {
  const spec = registry.get(type);
  const parsed = spec?.config.safeParse(config);
  return spec && parsed?.success ? outletsOf(spec, parsed.data).length : 2;
}
