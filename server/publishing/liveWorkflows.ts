import { compile, type CompiledWorkflow } from "#shared/engine/compile.ts";
import { createMatcher, type Match } from "#shared/engine/match.ts";
import type { Event, Findable } from "#shared/events/event.ts";
import { byHandTopic } from "#shared/events/topics.ts";
import type { Registry } from "#shared/nodes/define.ts";
import type { ListItem } from "#shared/workspace/lists.ts";
import { calledAs } from "#shared/workflow/calledAs.ts";
import { letsIn } from "#shared/workflow/mode.ts";
import { type WayIn, waysInto } from "#shared/workflow/rings.ts";
import { topicsOf } from "#shared/workflow/validate.ts";
import type { LiveVersion, WorkflowStore } from "../store/workflows.ts";

const mostCompiled = 500;

type Matcher = (event: Event) => Match<LiveVersion>[];

/** Published drawings ready to run. Versions never change, so each is compiled once; who is on is asked again on `refresh`. */
export function createLiveWorkflows(workflows: WorkflowStore, registry: Registry) {
  const cache = new Map<string, CompiledWorkflow>();
  const ways = new Map<string, readonly WayIn[]>();

  /** @throws Error for a version that does not exist: runs only ever name versions that do. */
  function compiled(version: string): CompiledWorkflow {
    const known = cache.get(version);
    if (known) return known;
    const document = workflows.versionDocument(version);
    if (!document) throw new Error(`version ${version} does not exist`);
    const fresh = compile(document, registry);
    const [oldest] = cache.keys();
    if (cache.size >= mostCompiled && oldest !== undefined) cache.delete(oldest);
    cache.set(version, fresh);
    return fresh;
  }

  /** The ways into a version, looked for once. */
  function waysOf(id: string, version: string): readonly WayIn[] {
    const document = ways.has(version) ? null : workflows.versionDocument(version);
    if (document) ways.set(version, waysInto({ id, name: "", document }, registry));
    return ways.get(version) ?? [];
  }

  const matcherOf = (versions: readonly LiveVersion[]) =>
    createMatcher(versions.map((workflow) => ({ workflow, compiled: compiled(workflow.version) })));

  /** Where all are on for everybody, shares cost nothing. */
  function matcher(): Matcher {
    const versions = workflows.live();
    const match = matcherOf(versions);
    if (versions.every(({ mode }) => mode === "on")) return match;
    return (event) => match(event).filter(({ workflow }) => letsIn(workflow, event));
  }
  let current = matcher();
  let shadows = matcherOf(workflows.inShadow());

  return {
    compiled,
    /** The id of the newest version of a workflow; null before the first. */
    newestVersion(workflow: string): string | null {
      const newest = workflows.get(workflow) ? workflows.newestVersion(workflow) : null;
      return newest ? `${workflow}.${newest.number}` : null;
    },
    /** Those that another workflow can run, by name. */
    callable(): ListItem[] {
      return workflows
        .all()
        .flatMap(({ id, name }) => {
          const document = workflows.newestVersion(id)?.document;
          const called = document ? calledAs(document, registry) : null;
          return called ? [{ id, name, ...called }] : [];
        })
        .toSorted((a, b) => a.name.localeCompare(b.name));
    },
    /** The triggers by which people run the newest version of a workflow, by what they run it on. */
    byHand(workflow: string): ReadonlyMap<Findable, string> {
      const nodes = workflows.newestVersion(workflow)?.document.nodes ?? [];
      return new Map(
        nodes.flatMap(({ id, type, config }) => {
          const spec = registry.get(type);
          if (spec?.kind !== "trigger" || !spec.topics.includes(byHandTopic)) return [];
          const read = spec.config.safeParse(config);
          const kind = read.success ? spec.about?.(read.data) : null;
          return kind ? [[kind, id] as const] : [];
        }),
      );
    },
    /** What starts the workflows that are on, or were until they were paused, and what they start; all but one. */
    waysIntoOthers(than: string): WayIn[] {
      const all = workflows.running();
      const versions = new Set(all.map(({ version }) => version));
      for (const version of ways.keys()) if (!versions.has(version)) ways.delete(version);
      return all
        .filter(({ workflow }) => workflow !== than)
        .flatMap(({ workflow, name, version }) => waysOf(workflow, version).map((way) => ({ ...way, name })));
    },
    /** What an event starts. */
    match: (event: Event): Match<LiveVersion>[] => current(event),
    /** What in Shadow is to decide on it. */
    shadows: (event: Event): Match<LiveVersion>[] => shadows(event),
    /** To be called when a workflow was published or deleted, or its mode was set. */
    refresh(): void {
      current = matcher();
      shadows = matcherOf(workflows.inShadow());
    },
    /** Topics the published versions of all workflows listen to, sorted: what Intercom has to be told to send. */
    topics(): string[] {
      const published = workflows.all().flatMap(({ id }) => workflows.newestVersion(id)?.document ?? []);
      return [...new Set(published.flatMap((document) => topicsOf(document, registry)))].toSorted();
    },
  };
}

export type LiveWorkflows = ReturnType<typeof createLiveWorkflows>;
