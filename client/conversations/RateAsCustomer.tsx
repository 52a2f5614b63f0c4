import { Button, Group, Rating, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InboxConversation } from "#shared/api/conversations.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useKeptText } from "../ui/useKeptText.ts";
import classes from "./Composer.module.css";
import { useShowChanged } from "./useShowChanged.ts";

/** Rates a closed conversation as its customer. Give it the conversation's id as React `key`. */
export function RateAsCustomer({ conversation: { id, contactName } }: { conversation: InboxConversation }) {
  const { t } = useTranslation("conversations");
  const showChanged = useShowChanged();
  const [rating, setRating] = useState(0);
  const [remark, setRemark] = useKeptText(`remark.${id}`);
  const rate = useMutation({
    mutationFn: () => call(routes.ratePracticeConversation, { params: { id }, body: { rating, remark } }),
    onSuccess: (conversation) => {
      setRemark("");
      setRating(0);
      showChanged(conversation);
    },
  });
  return (
    <form
      className={classes.composer}
      aria-label={t("rateAs", { name: contactName })}
      onSubmit={(event) => {
        event.preventDefault();
        if (rating > 0 && !rate.isPending) rate.mutate();
      }}
    >
      {rate.error && <Trouble error={rate.error} />}
      <Group gap="sm" align="center">
        <Text size="sm" fw={500}>
          {t("rateAs", { name: contactName })}
        </Text>
        <Rating value={rating} onChange={setRating} getSymbolLabel={(value) => t("stars", { count: value })} />
      </Group>
      <Group gap="sm" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={t("remark")}
          placeholder={t("remark")}
          value={remark}
          maxLength={1000}
          autoComplete="off"
          onChange={({ currentTarget }) => setRemark(currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={rate.isPending} disabled={rating === 0}>
          {t("rate")}
        </Button>
      </Group>
    </form>
  );
}
