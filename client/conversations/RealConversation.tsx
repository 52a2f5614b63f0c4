import { Button, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { query } from "../api/query.ts";
import classes from "../thread/Columns.module.css";
import { ConversationName } from "../thread/ConversationName.tsx";
import { StateWord } from "../thread/StateWord.tsx";
import { RunByHand } from "./RunByHand.tsx";
import { RunsHere } from "./RunsHere.tsx";

/** A conversation of the connected workspace. It is read and answered in Intercom; here stands which workflows ran for it. */
export function RealConversation({ id }: { id: string }) {
  const { t } = useTranslation("conversations");
  const list = useQuery(query("listConversations", { query: { limit: 150 } }));
  const conversation = list.data?.conversations.find((entry) => entry.id === id);
  return (
    <div className={classes.alone}>
      <Stack align="flex-start">
        <ConversationName
          name={conversation?.contactName ?? t("older")}
          back={{ to: "/conversations", label: t("back") }}
        />
        {conversation && <StateWord state={conversation.state} />}
        {conversation && <p className={classes.quote}>{conversation.excerpt || t("noWords")}</p>}
        <p className={classes.quiet}>{t("answerInIntercom")}</p>
        <Title order={3} className={classes.small ?? ""}>
          {t("runs")}
        </Title>
        <RunsHere conversation={id} />
        <RunByHand key={id} conversation={id} />
        <Button component={Link} variant="default" to={`/why?conversation=${encodeURIComponent(id)}`}>
          {t("why")}
        </Button>
        <Button component={Link} variant="default" to={`/runs?conversation=${encodeURIComponent(id)}`}>
          {t("allRuns")}
        </Button>
      </Stack>
    </div>
  );
}
