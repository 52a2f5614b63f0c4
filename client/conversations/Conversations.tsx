import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FlaskConical, PenLine } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { query } from "../api/query.ts";
import classes from "../thread/Columns.module.css";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNarrow } from "../ui/useNarrow.ts";
import { useTitle } from "../ui/useTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { ConversationList } from "./ConversationList.tsx";
import { PracticeConversation } from "./PracticeConversation.tsx";
import { RealConversation } from "./RealConversation.tsx";
import { WriteAsCustomer } from "./WriteAsCustomer.tsx";

/** In the practice workspace a messenger and an inbox; with a real one, the list and what ran for each. */
export function Conversations() {
  const { t } = useTranslation("conversations");
  const { id } = useParams();
  const [writing, setWriting] = useState(false);
  const narrow = useNarrow();
  const connection = useQuery(query("getConnection", {}));
  useTitle(t("title"));
  if (connection.isPending) return <Waiting />;
  if (connection.isError) return <Trouble error={connection.error} onRetry={() => void connection.refetch()} />;
  const practice = connection.data.kind === "practice";
  const write = (
    <Button leftSection={<PenLine size={16} aria-hidden />} onClick={() => setWriting(true)}>
      {t("write")}
    </Button>
  );
  return (
    <div className={classes.screen}>
      {(!narrow || id === undefined) && (
        <div className={classes.left}>
          <ConversationList noneHelp={practice ? t("noneHelp") : t("noneReal")}>
            {practice ? (
              <>
                <p className={classes.practice}>
                  <FlaskConical size={16} aria-hidden />
                  {t("practice")}
                </p>
                {write}
              </>
            ) : (
              <p className={classes.quiet}>{t("real")}</p>
            )}
          </ConversationList>
        </div>
      )}
      {id === undefined ? (
        !narrow && (
          <div className={classes.empty}>
            <EmptyState title={t("chooseTitle")} help={practice ? t("chooseHelp") : t("answerInIntercom")} />
          </div>
        )
      ) : practice ? (
        <PracticeConversation key={id} id={id} />
      ) : (
        <RealConversation key={id} id={id} />
      )}
      {writing && <WriteAsCustomer onClose={() => setWriting(false)} />}
    </div>
  );
}
