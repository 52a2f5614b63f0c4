import { Checkbox, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConversationSummary } from "#shared/api/conversations.ts";
import { fold } from "#shared/language/text.ts";
import { query } from "../api/query.ts";
import { ConversationLink } from "../thread/ConversationLink.tsx";
import { ConversationTabs } from "../thread/ConversationTabs.tsx";
import { StateWord } from "../thread/StateWord.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./ConversationList.module.css";
import { RunOnChosen } from "./RunOnChosen.tsx";
import { useByHandWorkflows } from "./useByHandWorkflows.ts";

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
  const workflows = useByHandWorkflows();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = all.flatMap(({ id }) => (ticked.has(id) ? [id] : []));
  const tick = (id: string, wantedOne: boolean) =>
    setTicked(new Set(wantedOne ? [...ticked, id] : [...ticked].filter((each) => each !== id)));
  return (
    <div className={classes.list}>
      <div className={classes.top}>
        <Title order={1} className={classes.title ?? ""}>
          {t("title")}
        </Title>
        <ConversationTabs />
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
      {workflows.length > 0 && shown.length > 0 && (
        <RunOnChosen workflows={workflows} shown={shown.map(({ id }) => id)} chosen={chosen} onChange={setTicked} />
      )}
      {list.isPending && <Waiting />}
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && shown.length === 0 && (
        <p className={classes.none}>{all.length === 0 ? noneHelp : t("noMatch", { words: words.trim() })}</p>
      )}
      {shown.length > 0 && (
        <ul className={classes.rows} aria-label={t("title")}>
          {shown.map((conversation) => (
            <Row
              key={conversation.id}
              conversation={conversation}
              ticked={workflows.length > 0 ? ticked.has(conversation.id) : null}
              onTick={(wantedOne) => tick(conversation.id, wantedOne)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface RowProps {
  conversation: ConversationSummary;
  /** Null where there is nothing to tick it for. */
  ticked: boolean | null;
  onTick(ticked: boolean): void;
}

function Row({ conversation: { id, contactName, excerpt, state, createdAt }, ticked, onTick }: RowProps) {
  const { t } = useTranslation("conversations");
  return (
    <li className={classes.item}>
      {ticked !== null && (
        <Checkbox
          className={classes.tick ?? ""}
          size="md"
          aria-label={t("tick", { name: contactName, words: excerpt || t("noWords") })}
          checked={ticked}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
      )}
      <ConversationLink
        to={`/conversations/${id}`}
        name={contactName}
        when={<RelativeTime at={createdAt} />}
        excerpt={excerpt || t("noWords")}
      >
        <StateWord state={state} />
      </ConversationLink>
    </li>
  );
}
