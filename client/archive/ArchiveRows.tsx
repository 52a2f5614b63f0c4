import { Button, Highlight } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import type { ArchivedSummary } from "#shared/api/archive.ts";
import { ConversationLink } from "../thread/ConversationLink.tsx";
import { StateWord } from "../thread/StateWord.tsx";
import { DayTime } from "../ui/DayTime.tsx";
import classes from "./ArchiveList.module.css";
import { searchedWords } from "./searchedWords.ts";
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
  const words = searchedWords(search);
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
            <Row conversation={conversation} words={words} link={roving.row(index)} />
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
  words: string[];
  link: ReturnType<ReturnType<typeof useRovingRows>["row"]>;
}

function Row({ conversation, words, link }: RowProps) {
  const { t } = useTranslation("archive");
  const { search } = useLocation();
  const { id, contactName, createdAt, title, excerpt, state, team, teammate, tags, messages } = conversation;
  const mark = (said: string) => (
    <Highlight component="span" fz="inherit" lh="inherit" highlight={words} className={classes.said ?? ""}>
      {said}
    </Highlight>
  );
  return (
    <ConversationLink
      {...link}
      to={{ pathname: `/archive/conversations/${encodeURIComponent(id)}`, search }}
      name={contactName || t("unnamed")}
      when={<DayTime at={createdAt} dayOnly />}
      subject={title && mark(title)}
      excerpt={excerpt ? mark(excerpt) : t("noWords")}
    >
      <span className={classes.facts}>
        <StateWord state={state} />
        {(team ?? teammate) && <span>{team ?? teammate}</span>}
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
}
