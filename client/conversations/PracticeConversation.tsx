import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { BackToList } from "../thread/BackToList.tsx";
import classes from "../thread/Columns.module.css";
import { ConversationName } from "../thread/ConversationName.tsx";
import { Thread } from "../thread/Thread.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Composer } from "./Composer.tsx";
import { Details } from "./Details.tsx";
import { RateAsCustomer } from "./RateAsCustomer.tsx";
import { useShowChanged } from "./useShowChanged.ts";

/** The chosen conversation of the practice workspace: its thread, a composer, and what the inbox knows beside. */
export function PracticeConversation({ id }: { id: string }) {
  const { t } = useTranslation("conversations");
  const showChanged = useShowChanged();
  const back = { to: "/conversations", label: t("back") };
  const asked = query("getPracticeConversation", { params: { id } });
  const conversation = useQuery(asked);
  const close = useMutation({
    mutationFn: () => call(routes.closePracticeConversation, { params: { id } }),
    onSuccess: (closed) => {
      showChanged(closed);
    },
  });
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
          <ConversationName name={data.contactName} title={data.title} back={back} />
          {data.state !== "closed" && (
            <Button
              variant="default"
              size="xs"
              leftSection={<CircleCheck size={16} aria-hidden />}
              loading={close.isPending}
              onClick={() => close.mutate()}
            >
              {t("closeAsTeammate")}
            </Button>
          )}
        </header>
        {close.error && <Trouble error={close.error} />}
        <Thread parts={data.parts} />
        {data.state === "closed" && <RateAsCustomer key={`rate ${id}`} conversation={data} />}
        <Composer key={id} conversation={data} />
      </div>
      <aside className={classes.right} aria-label={t("details")}>
        <Details conversation={data} />
      </aside>
    </>
  );
}
