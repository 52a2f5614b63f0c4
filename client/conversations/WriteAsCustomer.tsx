import { Button, Group, Modal, Select, Stack, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useKeptText } from "../ui/useKeptText.ts";
import { sendsWithKeys } from "./sendsWithKeys.ts";
import { useShowChanged } from "./useShowChanged.ts";

/** The practice messenger: choose a customer, write a first message. */
export function WriteAsCustomer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("conversations");
  const { t: frame } = useTranslation();
  const showChanged = useShowChanged();
  const navigate = useNavigate();
  const contacts = useQuery(query("listPracticeContacts", {}));
  const [contactId, setContactId] = useState<string | null>(null);
  const [body, setBody] = useKeptText("first");
  const send = useMutation({
    mutationFn: (sent: { contactId: string; body: string }) => call(routes.startPracticeConversation, { body: sent }),
    onSuccess: async (conversation) => {
      const { id } = conversation;
      setBody("");
      showChanged(conversation);
      await navigate(`/conversations/${id}`, { state: { sent: true } });
      onClose();
    },
  });
  const ready = contactId !== null && body.trim() !== "";
  const submit = () => {
    if (contactId !== null && ready && !send.isPending) send.mutate({ contactId, body: body.trim() });
  };
  return (
    <Modal opened onClose={onClose} title={t("write")} closeButtonProps={{ "aria-label": frame("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <Select
            label={t("as")}
            description={t("asHelp")}
            placeholder={t("choose")}
            searchable
            data-autofocus
            nothingFoundMessage={t("noContact")}
            data={(contacts.data?.contacts ?? []).map(({ id, name, company, plan }) => ({
              value: id,
              label: [name, company, plan].filter((word) => word !== null).join(" · "),
            }))}
            value={contactId}
            onChange={setContactId}
          />
          <Textarea
            label={t("message")}
            placeholder={t("messageHint")}
            autosize
            minRows={4}
            maxRows={12}
            maxLength={10_000}
            value={body}
            readOnly={send.isPending}
            onChange={({ currentTarget }) => setBody(currentTarget.value)}
            onKeyDown={(event) => {
              if (sendsWithKeys(event)) submit();
            }}
          />
          {contacts.error && <Trouble error={contacts.error} onRetry={() => void contacts.refetch()} />}
          {send.error && <Trouble error={send.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={send.isPending} disabled={!ready}>
              {t("send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
