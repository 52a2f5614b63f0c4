import type { TFunction } from "i18next";
import type { Suggestion } from "#shared/suggestions/suggestion.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { inSentence, type Speech } from "#shared/language/speech.ts";
import { shorten } from "#shared/language/text.ts";
import { draftOf } from "#shared/suggestions/draftOf.ts";
import { stepSentence } from "#shared/workflow/stepSentence.ts";
import { findField } from "#shared/template/findField.ts";
import { durationWords } from "../ui/times.ts";

type Say = TFunction<"suggestions">;

const longestName = 120;
const minuteMs = 60_000;

/** "61%" / "61 %". */
export const percent = (went: number, matched: number, { language }: Speech): string =>
  new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(
    matched === 0 ? 0 : went / matched,
  );

export const count = (value: number, { language }: Speech): string => new Intl.NumberFormat(language).format(value);

function channelName(channel: string, speech: Speech): string {
  const options = findField("conversation.channel", null)?.options;
  const option = options && "fixed" in options ? options.fixed.find(({ value }) => value === channel) : undefined;
  // Ordinary words in a sentence; the others are products' names.
  const isCommon = channel === "email" || channel === "phone_call";
  const label = option ? speech.pick(option.label) : channel;
  return isCommon ? inSentence(label) : label;
}

function featureWords({ feature }: Suggestion, speech: Speech, t: Say): string {
  if (feature.kind === "words") return t("words", { words: feature.words });
  if (feature.kind === "channel") return t("channel", { channel: channelName(feature.channel, speech) });
  const item = speech.lists?.conversationAttributes.find(({ id }) => id === feature.name);
  return t("attribute", { name: item?.name ?? feature.name, value: feature.value });
}

/** "61% of conversations that mention “refund” went to Billing by hand: 812 of 1,331; usually after 1 hr." */
export function suggestionWords(suggestion: Suggestion, speech: Speech, t: Say): string {
  const { done, byHand, all, usuallyAfterMs } = suggestion;
  const told = {
    share: percent(all.went, all.matched, speech),
    feature: featureWords(suggestion, speech, t),
    done: t(byHand ? `${done.kind}ByHand` : done.kind, { name: done.kind === "close" ? "" : done.name }),
    went: count(all.went, speech),
    matched: count(all.matched, speech),
  };
  // What is done within a minute is done at once: that says nothing.
  return usuallyAfterMs === null || usuallyAfterMs < minuteMs
    ? t("sentence", told)
    : t("sentenceAfter", { ...told, time: durationWords(usuallyAfterMs, speech.language) });
}

/** What its draft is called: "“refund”: assign to Billing". */
export function draftName(suggestion: Suggestion, speech: Speech, t: Say): string {
  const { feature } = suggestion;
  const words =
    feature.kind === "words"
      ? feature.words
      : feature.kind === "channel"
        ? channelName(feature.channel, speech)
        : feature.value;
  const last = draftOf(suggestion, speech.lists).nodes.at(-1);
  // What the workspace has not is left to choose: then the kind of step has to do.
  const action = last ? stepSentence(last, registry, speech) : "";
  return shorten(t("nameWords", { words, action: inSentence(action) }), longestName);
}
