import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { query } from "../api/query.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./Why.module.css";
import { WhyResult } from "./WhyResult.tsx";

/** A conversation is pasted, and each workflow says in one line why it did or did not run for it. The conversation stands in the address. */
export function Why() {
  const { t } = useTranslation("why");
  const [address, setAddress] = useSearchParams();
  const conversation = address.get("conversation") ?? "";
  const read = address.get("read") === "yes" ? "yes" : "no";
  const look = (typed: string) => setAddress(typed === "" ? {} : { conversation: typed });
  const answer = useQuery({
    ...query("why", { query: { conversation, read } }),
    enabled: conversation !== "",
  });
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ConversationForm key={conversation} kept={conversation} onLook={look} />
      {conversation === "" && <EmptyState title={t("chooseTitle")} help={t("chooseHelp")} />}
      {conversation !== "" && answer.isPending && <Waiting />}
      {answer.isError && <Trouble error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && (
        <WhyResult
          answer={answer.data}
          onRead={() => setAddress({ conversation, read: "yes" })}
          isReading={answer.isFetching}
        />
      )}
    </Page>
  );
}

function ConversationForm({ kept, onLook }: { kept: string; onLook: (typed: string) => void }) {
  const { t } = useTranslation("why");
  const [typed, setTyped] = useState(kept);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onLook(typed.trim());
  };
  return (
    <search>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          className={classes.input ?? ""}
          label={t("conversation")}
          placeholder={t("conversationHint")}
          value={typed}
          onChange={({ currentTarget, nativeEvent }) => {
            setTyped(currentTarget.value);
            // What is pasted is whole: nobody has to press anything.
            if (nativeEvent instanceof InputEvent && nativeEvent.inputType === "insertFromPaste")
              onLook(currentTarget.value.trim());
          }}
        />
        <Button type="submit" leftSection={<Search size={16} aria-hidden />}>
          {t("look")}
        </Button>
      </form>
    </search>
  );
}
