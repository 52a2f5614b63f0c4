import { Button, Drawer, VisuallyHidden } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleMinus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Suggestion, SuggestionPart } from "#shared/suggestions/suggestion.ts";
import { query } from "../api/query.ts";
import { DayTime } from "../ui/DayTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./Suggestions.module.css";

interface Props {
  suggestion: Suggestion;
  part: SuggestionPart;
  name: string;
  onClose(): void;
}

const page = 50;

/** The conversations behind a figure of a suggestion, newest first, each with whether it was done with it. */
export function SuggestionCases({ suggestion: { feature, done }, part, name, onClose }: Props) {
  const { t } = useTranslation("suggestions");
  const [limit, setLimit] = useState(page);
  const listed = useQuery({
    ...query("listSuggestionCases", { body: { feature, done, part, limit } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={`${name} · ${t(part)}`}
      closeButtonProps={{ "aria-label": t("closeList") }}
    >
      {listed.error && <Trouble error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.isPending && <Waiting />}
      {listed.data && (
        <>
          <ul className={classes.cases}>
            {listed.data.cases.map(({ id, title, excerpt, createdAt, went }) => (
              <li key={id} data-went={went}>
                {went ? <CircleCheck size={16} aria-hidden /> : <CircleMinus size={16} aria-hidden />}
                <span>
                  <VisuallyHidden>{went ? t("went") : t("wentNot")} </VisuallyHidden>
                  <Link to={`/why?conversation=${encodeURIComponent(id)}`}>{title || excerpt || t("untitled")}</Link>
                  <span className={classes.when}>
                    <DayTime at={createdAt} dayOnly />
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {listed.data.total > limit && (
            <Button variant="default" size="xs" loading={listed.isFetching} onClick={() => setLimit(limit + page)}>
              {t("more")}
            </Button>
          )}
        </>
      )}
    </Drawer>
  );
}
