import { Button } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { memo, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import type { ArchivedSummary } from "#shared/api/archive.ts";
import { ConversationLink } from "../thread/ConversationLink.tsx";
import { StateWord } from "../thread/StateWord.tsx";
import { DayTime } from "../ui/DayTime.tsx";
import classes from "./ArchiveList.module.css";
import { Marked } from "./Marked.tsx";
import { searchedWords } from "./markedPieces.ts";
import type { useArchivedPages } from "./useArchivedPages.ts";
import { useRovingRows } from "./useRovingRows.ts";

interface Props {
  rows: readonly ArchivedSummary[];
  search: string;
  pages: ReturnType<typeof useArchivedPages>;
}

/** The list itself. Its next page is read as its end comes into sight. */
export function ArchiveRows({ rows, search, pages }: Props) {
  const { t } = useTranslation("archive");
  const roving = useRovingRows(rows.length);
  const words = useMemo(() => searchedWords(search), [search]);
  const { ref, entry } = useIntersection();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const wanted = entry?.isIntersecting === true && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
  return (
    <div className={classes.scroll}>
      <ul className={classes.rows} aria-label={t("title")} onKeyDown={roving.onKeyDown}>
        {rows.map((conversation, index) => (
          <li key={conversation.id} className={classes.item}>
            <Row
              conversation={conversation}
              words={words}
              index={index}
              isTabStop={index === roving.at}
              onReach={roving.reach}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <div ref={ref} className={classes.more}>
          <Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      )}
    </div>
  );
}

interface RowProps {
  conversation: ArchivedSummary;
  words: readonly string[];
  index: number;
  isTabStop: boolean;
  onReach(index: number): void;
}

/** Drawn anew only when it changes itself: there may be thousands. */
const Row = memo(function Row({ conversation, words, index, isTabStop, onReach }: RowProps) {
  const { t } = useTranslation("archive");
  const { search } = useLocation();
  const { id, contactName, createdAt, title, excerpt, state, team, teammate, tags, messages } = conversation;
  return (
    <ConversationLink
      tabIndex={isTabStop ? 0 : -1}
      onFocus={() => onReach(index)}
      to={{ pathname: `/archive/conversations/${encodeURIComponent(id)}`, search }}
      name={contactName || t("unnamed")}
      when={<DayTime at={createdAt} dayOnly />}
      subject={title && <Marked text={title} words={words} />}
      excerpt={excerpt ? <Marked text={excerpt} words={words} /> : t("noWords")}
    >
      <span className={classes.facts}>
        <StateWord state={state} />
        {(team || teammate) && <span>{team || teammate}</span>}
        <span className="tabular">{t("messages", { count: messages })}</span>
        {tags.slice(0, 3).map((tag) => (
          <span key={tag} className={classes.tag}>
            {tag}
          </span>
        ))}
        {tags.length > 3 && <span>+{tags.length - 3}</span>}
      </span>
    </ConversationLink>
  );
});
