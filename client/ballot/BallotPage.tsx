import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Ballot } from "#shared/api/ballots.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { query } from "../api/query.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { registry } from "#shared/integrations/manifest.ts";
import { stepSentence } from "#shared/workflow/stepSentence.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./Ballot.module.css";
import { changedWords } from "./changedWords.ts";
import { Expected } from "./Expected.tsx";
import { GroupCard } from "./GroupCard.tsx";

/** The draft against the version that is published: what would change in which past conversations, and votes on it. */
export function BallotPage() {
  const { t } = useTranslation("ballot");
  const { id = "" } = useParams();
  const ballot = useQuery(query("getBallot", { params: { id } }));
  const workflow = useQuery(query("getWorkflow", { params: { id } }));
  const error = ballot.error ?? workflow.error;
  if (error) return <Trouble error={error} onRetry={() => void (ballot.error ? ballot : workflow).refetch()} />;
  if (!ballot.data || !workflow.data) return <Waiting />;
  const { version } = ballot.data;
  return (
    <Page
      title={t("title", { name: ballot.data.workflow.name })}
      {...(version === null ? {} : { lead: t("lead", { version }) })}
      actions={
        <Button
          component={Link}
          to={`/workflows/${id}`}
          size="xs"
          variant="default"
          leftSection={<ArrowLeft size={16} aria-hidden />}
        >
          {t("back")}
        </Button>
      }
    >
      {version === null ? (
        <EmptyState title={t("unpublished")} help={t("unpublishedHelp")} />
      ) : (
        <Changes ballot={ballot.data} draft={workflow.data.draft.document} />
      )}
    </Page>
  );
}

function Changes({ ballot, draft }: { ballot: Ballot; draft: WorkflowDocument }) {
  const { t } = useTranslation("ballot");
  const { language } = useLanguage();
  const speech = useSpeech(draft);
  const places = [...new Set(ballot.groups.map(({ node }) => node))];
  const placeWords = (node: string | null): string => {
    if (node === null) return t("partsAtStart");
    const step = draft.nodes.find(({ id }) => id === node);
    return step ? t("partsAt", { step: step.name || stepSentence(step, registry, speech) }) : t("partsAtGone");
  };
  return (
    <div className={classes.ballot}>
      <p className={classes.headline}>{changedWords(ballot, t, language)}</p>
      {ballot.changed > 0 && <p className={classes.quiet}>{t("tally", { ...ballot.tally })}</p>}
      {places.map((node) => (
        <section key={node ?? ""} className={classes.place}>
          <h2 className={classes.parts}>{placeWords(node)}</h2>
          {ballot.groups
            .filter((group) => group.node === node)
            .map((group) => (
              <GroupCard key={group.id} workflow={ballot.workflow.id} group={group} />
            ))}
        </section>
      ))}
      <Expected ballot={ballot} />
    </div>
  );
}
