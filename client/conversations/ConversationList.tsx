import { TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import type { ConversationSummary } from "#shared/api/conversations.ts";
import { fold } from "#shared/language/text.ts";
import { query } from "../api/query.ts";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./ConversationList.module.css";
import { StateWord } from "./StateWord.tsx";

interface Props {
  /** What stands above the list: whose conversations these are, and how to write one. */
  children: ReactNode;
  /** What to do while there is none. */
  noneHelp: string;
}

/** The newest conversations of the workspace, to search and choose from. */
export function ConversationList({ children, noneHelp }: Props) {
  const { t } = useTranslation("conversations");
  const [words, setWords] = useState("");
  const list = useQuery(query("listConversations", { query: { limit: 150 } }));
  const all = list.data?.conversations ?? [];
  const wanted = fold(words.trim());
  const shown = all.filter(({ contactName, excerpt }) => fold(`${contactName} ${excerpt}`).includes(wanted));
  return (
    <div className={classes.list}>
      <div className={classes.top}>
        <Title order={1} className={classes.title ?? ""}>
          {t("title")}
        </Title>
        {children}
        <TextInput
          type="search"
          aria-label={t("search")}
          placeholder={t("search")}
          leftSection={<Search size={16} aria-hidden />}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </div>
      {list.isPending && <Waiting />}
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && shown.length === 0 && (
        <p className={classes.none}>{all.length === 0 ? noneHelp : t("noMatch", { words: words.trim() })}</p>
      )}
      {shown.length > 0 && (
        <ul className={classes.rows} aria-label={t("title")}>
          {shown.map((conversation) => (
            <Row key={conversation.id} conversation={conversation} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Row({ conversation: { id, contactName, excerpt, state, createdAt } }: { conversation: ConversationSummary }) {
  const { t } = useTranslation("conversations");
  return (
    <li>
      <NavLink className={classes.row ?? ""} to={`/conversations/${id}`}>
        <span className={classes.line}>
          <span className={classes.name}>{contactName}</span>
          <span className={classes.when}>
            <RelativeTime at={createdAt} />
          </span>
        </span>
        <span className={classes.excerpt}>{excerpt || t("noWords")}</span>
        <span className={classes.state}>
          <StateWord state={state} />
        </span>
      </NavLink>
    </li>
  );
}
