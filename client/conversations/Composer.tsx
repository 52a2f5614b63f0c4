import { Button, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { z } from "zod";
import type { InboxConversation } from "#shared/api/conversations.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useKeptText } from "../ui/useKeptText.ts";
import classes from "./Composer.module.css";
import { Reaction } from "./Reaction.tsx";
import { sendsWithKeys } from "./sendsWithKeys.ts";
import { useShowChanged } from "./useShowChanged.ts";

/** Left by the messenger when it led here: the first message is out. */
const Begun = z.object({ sent: z.literal(true) });

/** Writes again as the customer. What was typed stays until it is sent. Give it the conversation's id as React `key`. */
export function Composer({ conversation: { id, contactName } }: { conversation: InboxConversation }) {
  const { t } = useTranslation("conversations");
  const showChanged = useShowChanged();
  const begun = Begun.safeParse(useLocation().state).success;
  const [text, setText] = useKeptText(`reply.${id}`);
  const send = useMutation({
    mutationFn: (body: string) => call(routes.replyAsPracticeContact, { params: { id }, body: { body } }),
    onSuccess: (conversation) => {
      setText("");
      showChanged(conversation);
    },
  });
  const submit = () => {
    if (text.trim() !== "" && !send.isPending) send.mutate(text.trim());
  };
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {send.error && <Trouble error={send.error} />}
      <Textarea
        label={t("replyAs", { name: contactName })}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={text}
        readOnly={send.isPending}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (sendsWithKeys(event)) submit();
        }}
      />
      <div className={classes.foot}>
        <div className={classes.said} role="status">
          {(send.isSuccess || begun) && text === "" ? <Reaction /> : t("sendKeys")}
        </div>
        <Button type="submit" loading={send.isPending} disabled={text.trim() === ""}>
          {t("send")}
        </Button>
      </div>
    </form>
  );
}
