import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type BallotGroup, Vote } from "#shared/api/ballots.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Trouble } from "../ui/Trouble.tsx";
import classes from "./Ballot.module.css";
import { GroupCases } from "./GroupCases.tsx";
import { Outcomes } from "./Outcomes.tsx";
import { useVote } from "./useVote.ts";
import { VoteButtons } from "./VoteButtons.tsx";

/** Conversations that change in the same way: now and by the draft, what was voted, and the conversations themselves. */
export function GroupCard({ workflow, group }: { workflow: string; group: BallotGroup }) {
  const { t } = useTranslation("ballot");
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const vote = useVote(workflow, group.id);
  const number = new Intl.NumberFormat(language);
  const { tally, count } = group;
  const whole = Vote.options.find((option) => tally[option] === count) ?? null;
  return (
    <section className={classes.group}>
      <p className={classes.count}>{t("conversations", { count, n: number.format(count) })}</p>
      <Outcomes
        lines={[
          [t("now"), group.now],
          [t("draft"), group.draft],
        ]}
      />
      <div className={classes.votes}>
        <VoteButtons
          label={t("voteAll")}
          vote={whole}
          busy={vote.isPending}
          onVote={(chosen) => vote.mutate({ vote: chosen })}
        />
        <span className={classes.quiet}>{t("tally", { ...tally })}</span>
        <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("hide") : t("show")}
        </Button>
      </div>
      {vote.error && <Trouble error={vote.error} />}
      {open && <GroupCases workflow={workflow} group={group.id} vote={vote} />}
    </section>
  );
}
