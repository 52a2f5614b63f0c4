import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { query } from "../api/query.ts";
import { BackToList } from "../thread/BackToList.tsx";
import classes from "../thread/Columns.module.css";
import { ConversationName } from "../thread/ConversationName.tsx";
import { Thread } from "../thread/Thread.tsx";
import { DayTime } from "../ui/DayTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { ArchivedDetails } from "./ArchivedDetails.tsx";

/** The chosen past conversation: its thread, and what is known of it beside. */
export function ArchivedConversation({ id }: { id: string }) {
  const { t } = useTranslation("archive");
  const { search } = useLocation();
  const conversation = useQuery(query("getArchived", { params: { id } }));
  const back = { to: { pathname: "/archive", search }, label: t("backToList") };
  if (conversation.isPending) return <Waiting />;
  if (conversation.isError)
    return (
      <div className={classes.alone}>
        <BackToList {...back} />
        <Trouble error={conversation.error} onRetry={() => void conversation.refetch()} />
      </div>
    );
  const { data } = conversation;
  return (
    <>
      <div className={classes.middle}>
        <header className={classes.head}>
          <ConversationName name={data.contactName || t("unnamed")} title={data.title} back={back} />
          <span className={classes.quiet}>
            <DayTime at={data.createdAt} />
          </span>
        </header>
        <Thread parts={data.parts} past />
      </div>
      <aside className={classes.right} aria-label={t("details")}>
        <ArchivedDetails conversation={data} />
      </aside>
    </>
  );
}
