import { Button, Loader, Title } from "@mantine/core";
import { SearchCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Suggestions } from "#shared/suggestions/suggestion.ts";
import { draftOf } from "#shared/suggestions/draftOf.ts";
import { useCreateWorkflow } from "../api/useCreateWorkflow.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { SuggestionCard } from "./SuggestionCard.tsx";
import classes from "./Suggestions.module.css";
import { count } from "./suggestionWords.ts";
import { useSuggestions } from "./useSuggestions.ts";

/** How many cards stand there before somebody wants all. */
const shownFirst = 6;

/** Rules that people follow already, found in past conversations when somebody asks; each opens in the editor as a draft. */
export function FoundInConversations() {
  const { t } = useTranslation("suggestions");
  const found = useSuggestions();
  return (
    <section aria-labelledby="found-in-conversations">
      <Title order={2} id="found-in-conversations" className={classes.title ?? ""}>
        {t("title")}
      </Title>
      <p className={classes.help}>{t("help")}</p>
      {found.isFetching ? (
        <p className={classes.looking} role="status">
          <Loader size="xs" aria-hidden />
          {t("looking")}
        </p>
      ) : found.error ? (
        <Trouble error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Found found={found.data} />
      ) : (
        <Button
          variant="default"
          leftSection={<SearchCheck size={16} aria-hidden />}
          onClick={() => void found.refetch()}
        >
          {t("look")}
        </Button>
      )}
    </section>
  );
}

function Found({ found: { suggestions, conversations, needed } }: { found: Suggestions }) {
  const { t } = useTranslation("suggestions");
  const speech = useSpeech();
  const create = useCreateWorkflow();
  const [all, setAll] = useState(false);
  const shown = count(conversations, speech);
  if (conversations < needed)
    return <p className={classes.quiet}>{t("tooFew", { count: conversations, needed: count(needed, speech) })}</p>;
  if (suggestions.length === 0) return <p className={classes.quiet}>{t("nothing", { count: conversations, shown })}</p>;
  const listed = all ? suggestions : suggestions.slice(0, shownFirst);
  const more = suggestions.length - listed.length;
  return (
    <>
      {create.error && <Trouble error={create.error} />}
      <p className={classes.quiet}>{t("lookedThrough", { count: conversations, shown })}</p>
      <ul className={classes.cards}>
        {listed.map((suggestion) => (
          <SuggestionCard
            key={JSON.stringify([suggestion.feature, suggestion.done])}
            suggestion={suggestion}
            speech={speech}
            disabled={create.isPending}
            onUse={(name) => create.mutate({ name, document: draftOf(suggestion, speech.lists) })}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button className={classes.more ?? ""} variant="default" onClick={() => setAll(true)}>
          {t("showAll", { count: more })}
        </Button>
      )}
    </>
  );
}
