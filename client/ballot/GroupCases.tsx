import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BallotCase } from "#shared/api/ballots.ts";
import { query } from "../api/query.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { shortTime } from "../ui/times.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./Ballot.module.css";
import type { useVote } from "./useVote.ts";
import { VoteButtons } from "./VoteButtons.tsx";

const page = 20;
const most = 100;

interface Props {
  workflow: string;
  group: string;
  vote: ReturnType<typeof useVote>;
}

/** The conversations of a group, to be voted on one by one. */
export function GroupCases({ workflow: id, group, vote }: Props) {
  const { t } = useTranslation("ballot");
  const [limit, setLimit] = useState(page);
  const listed = useQuery({
    ...query("listBallotCases", { params: { id, group }, query: { limit } }),
    placeholderData: keepPreviousData,
  });
  if (listed.error) return <Trouble error={listed.error} onRetry={() => void listed.refetch()} />;
  if (!listed.data) return <Waiting />;
  return (
    <>
      <ul className={classes.cases}>
        {listed.data.cases.map((one) => (
          <Case key={one.id} one={one} vote={vote} />
        ))}
      </ul>
      {listed.data.total > limit && limit < most && (
        <Button size="xs" variant="default" onClick={() => setLimit(most)}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

function Case({ one, vote }: { one: BallotCase; vote: Props["vote"] }) {
  const { t } = useTranslation("ballot");
  const { language } = useLanguage();
  return (
    <li>
      <div className={classes.said}>
        <p>
          <strong>{one.contactName}</strong>{" "}
          <time dateTime={one.createdAt} className={classes.quiet}>
            {shortTime(Date.parse(one.createdAt), language)}
          </time>
        </p>
        {one.title !== "" && <p>{one.title}</p>}
        <p className={classes.excerpt}>{one.excerpt}</p>
      </div>
      <VoteButtons
        label={t("voteOne", { name: one.contactName })}
        vote={one.vote}
        busy={vote.isPending}
        onVote={(chosen) => vote.mutate({ vote: chosen, conversation: one.id })}
      />
    </li>
  );
}
