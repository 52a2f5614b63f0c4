import type { TFunction } from "i18next";
import type { WhyAnswer } from "#shared/api/why.ts";
import { evidenceWords } from "#shared/conditions/conditionWords.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { inSentence, type Speech } from "#shared/language/speech.ts";
import { joinWords } from "#shared/language/text.ts";
import { outletsOf } from "#shared/nodes/define.ts";
import type { Left } from "#shared/why/leftAt.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import { onceWords } from "#shared/workflow/once.ts";
import { shortTime } from "../ui/times.ts";

type Told = WhyAnswer["workflows"][number];
type Say = TFunction<"why">;

function stepName(document: WorkflowDocument, id: string, speech: Speech): string {
  const node = document.nodes.find((candidate) => candidate.id === id);
  const spec = node && registry.get(node.type);
  return node?.name ?? (spec ? speech.pick(spec.label) : "…");
}

function exitName(node: WorkflowNode | undefined, outlet: string, speech: Speech): string {
  const spec = node && registry.get(node.type);
  const config = spec?.config.safeParse(node?.config);
  if (!node || !spec || !config?.success) return outlet;
  const exits = outletsOf(spec, config.data, node.onFail);
  const place = exits.findIndex(({ id }) => id === outlet);
  const label = exits[place] && speech.pick(exits[place].label);
  return label || String(place + 1);
}

/** What starts a workflow, each trigger as its own sentence. */
function triggersOf({ nodes }: WorkflowDocument, speech: Speech): string {
  const sentences = nodes.flatMap((node) => {
    const spec = registry.get(node.type);
    const config = spec?.kind === "trigger" ? spec.config.safeParse(node.config) : null;
    if (spec?.kind !== "trigger" || !config?.success) return [];
    return [onceWords(inSentence(spec.sentence(config.data, speech)), node.once, speech)];
  });
  return joinWords([...new Set(sentences)], speech.say("or", "o"));
}

/** Where a run went another way, and the rule that decided it with the value it saw. */
function leftWords(t: Say, run: "ran" | "wouldRun", left: Left, document: WorkflowDocument, speech: Speech): string {
  const node = document.nodes.find(({ id }) => id === left.node);
  const where = { step: stepName(document, left.node, speech), exit: exitName(node, left.outlet, speech) };
  const sentence = t(`${run}${left.ended ? "Ended" : "Passed"}`, where);
  return left.because ? `${sentence} ${evidenceWords(left.because, speech)}.` : sentence;
}

/** Why a workflow did or did not run, in one line with the real values. */
export function whyWords({ reason, document }: Told, speech: Speech, t: Say): string {
  const time = (at: string) => shortTime(Date.parse(at), speech.language);
  switch (reason.kind) {
    case "ran": {
      const { runs, left, failure } = reason;
      if (failure) return `${t("ran_failed")} ${speech.pick(failure)}`;
      return left ? leftWords(t, "ran", left, document, speech) : t(`ran_${runs[0]?.status ?? "done"}`);
    }
    case "wouldRun": {
      const { left, status, doubts } = reason;
      const sentence = left ? leftWords(t, "wouldRun", left, document, speech) : t(`wouldRun_${status}`);
      if (doubts.length === 0) return sentence;
      const unsure = joinWords(
        doubts.map((doubt) => t(`doubt_${doubt}`)),
        speech.say("and", "y"),
      );
      return `${sentence} ${t("unsure", { why: unsure })}`;
    }
    case "notFirst":
      return t(`notFirst_${reason.once}`);
    case "refused":
      return t("refused", { trigger: stepName(document, reason.trigger, speech), why: speech.pick(reason.why) });
    case "later":
      return t("later", { since: time(reason.since) });
    case "outOfShare":
      return t("outOfShare", { percent: reason.percent });
    case "shadow":
      return t("shadow");
    case "off":
      if (reason.pause) return t("paused", { since: time(reason.pause.since), why: speech.pick(reason.pause.why) });
      return reason.letsIn ? t("offWould") : t("off");
    case "unheard":
    case "elsewhere": {
      const triggers = triggersOf(document, speech);
      return triggers === "" ? t("unheardNothing") : t(reason.kind, { triggers });
    }
    case "heldBack":
    case "own":
    case "setAside":
    case "removed":
    case "unpublished":
      return t(reason.kind);
  }
}
