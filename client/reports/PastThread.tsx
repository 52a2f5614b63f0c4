import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { query } from "../api/query.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { shortTime } from "../ui/times.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./Reports.module.css";

interface Props {
  workflow: string;
  document: WorkflowDocument;
  conversation: string;
}

/** What was said in a past conversation. */
export function PastThread({ workflow, document, conversation }: Props) {
  const { t } = useTranslation("reports");
  const { language } = useLanguage();
  const asked = useQuery(query("replayCase", { params: { id: workflow }, body: { document, conversation } }));
  if (asked.error) return <Trouble error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Waiting />;
  return (
    <ol className={classes.thread}>
      {asked.data.thread
        .filter(({ kind }) => kind !== "event")
        .map(({ kind, author, text, at }, place) => (
          <li key={`${at} ${place}`} data-kind={kind} data-author={author?.kind}>
            <p className={classes.caseTop}>
              <strong>{author?.name || t("customer")}</strong>
              <span className={classes.quiet}>
                {kind === "note" ? `${t("note")} · ` : ""}
                {shortTime(Date.parse(at), language)}
              </span>
            </p>
            <p className={classes.said}>{text}</p>
          </li>
        ))}
    </ol>
  );
}
