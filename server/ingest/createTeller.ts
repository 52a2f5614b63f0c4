import type { Event } from "#shared/events/event.ts";
import { shadowTopic } from "#shared/events/topics.ts";
import type { Registry } from "#shared/nodes/define.ts";
import { createSpeech } from "#shared/language/speech.ts";
import { type Language, shorten } from "#shared/language/text.ts";
import { stepSentence } from "#shared/workflow/stepSentence.ts";
import { valueLabels } from "#shared/workflow/valuesInScope.ts";
import type { Lists } from "#shared/workspace/lists.ts";
import type { Untold, UntoldStore } from "../store/untold.ts";
import type { WorkflowStore } from "../store/workflows.ts";
import { type MatchingDeps, startMatching } from "./startMatching.ts";

/** What is decided about a conversation in so long is told in one. */
const gatherMs = 10 * 60_000;
const lookEveryMs = 2_000;
const atOnce = 20;
/** A note stays readable however many steps decided. */
const mostCharacters = 4_000;

export interface TellDeps extends MatchingDeps {
  store: UntoldStore;
  workflows: Pick<WorkflowStore, "get" | "versionDocument">;
  registry: Registry;
  /** The workspace that is used now, and what its ids are called; null while that is not known. */
  appId(): string;
  lists(): Lists | null;
  /** Does it in a transaction that others share; resolves once it is on the disk. */
  commit<R>(work: () => R): Promise<R>;
  onStarted(run: { id: string; workflow: string }): void;
  onTrouble(error: unknown): void;
}

/** What a workflow would have done, as its cards say it; empty where it is gone. */
function wordsOf({ workflow, version, acts }: Untold, language: Language, deps: TellDeps): string {
  const { workflows, registry } = deps;
  const name = workflows.get(workflow)?.name;
  const document = workflows.versionDocument(version);
  if (name === undefined || !document) return "";
  const lists = deps.lists();
  const speech = createSpeech(language, lists, valueLabels(document, registry, lists));
  const said = acts.flatMap(({ node }) => {
    const step = document.nodes.find(({ id }) => id === node);
    return (step && stepSentence(step, registry, speech)) || [];
  });
  return said.length === 0 ? "" : `${name}: ${said.join("; ")}`;
}

/**
 * Starts workflows on what others in Shadow would have done in a conversation: some minutes after the first decision, once for all until then.
 * They are workflows like any other, so that Shadow itself still sends nothing. What is decided because of that is not told again.
 */
export function createTeller(deps: TellDeps) {
  const { store, workflows, now, commit, appId, onTrouble } = deps;
  const start = startMatching(deps);
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> | null = null;

  /** All of one conversation. */
  function tell(decided: readonly Untold[]): { id: string; workflow: string }[] {
    const last = decided.at(-1);
    const told = (language: Language) =>
      shorten(
        [...new Set(decided.map((each) => wordsOf(each, language, deps)))].filter((each) => each !== "").join("\n"),
        mostCharacters,
      );
    const inEnglish = told("en");
    if (!last || inEnglish === "") return [];
    const all = new Set(decided.map(({ workflow }) => workflow));
    const names = [...all].flatMap((workflow) => workflows.get(workflow)?.name ?? []);
    const id = `shadow-${last.id}`;
    const { event: heard } = last.start;
    const event: Event = {
      ...heard,
      id,
      key: id,
      topic: shadowTopic,
      actor: null,
      part: null,
      facts: { ...heard.facts, inputs: { workflows: names.join(", "), inEnglish, inSpanish: told("es") } },
    };
    const cell = `${heard.appId}:conversation:${heard.subject?.id ?? ""}`;
    return start(event, { start: last.start, cell, bulk: false, except: all });
  }

  async function tellDue(): Promise<void> {
    while (timer && store.isDue(appId(), now())) {
      const started = await commit(() => store.take(appId(), now(), atOnce).flatMap(tell));
      for (const run of started) deps.onStarted(run);
    }
  }

  const look = (): void => {
    working ??= tellDue()
      .catch(onTrouble)
      .finally(() => (working = null));
  };

  return {
    /** Something was decided that would have changed something. To be called in the commit that keeps it. */
    decided(id: string, event: Event): void {
      if (event.topic !== shadowTopic) store.add(id, now() + gatherMs);
    },
    start(): void {
      timer = setInterval(look, lookEveryMs);
      look();
    },
    async stop(): Promise<void> {
      if (timer) clearInterval(timer);
      timer = null;
      await working;
    },
  };
}

export type Teller = ReturnType<typeof createTeller>;
