import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "../ui/Trouble.tsx";
import { ImportedNotes } from "./ImportedNotes.tsx";
import { useImportNative } from "./useImportNative.ts";

/** Asks which workflow of Intercom's is to be copied, then says what came over and what did not. */
export function ImportNativeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("workflows");
  const { t: frame } = useTranslation();
  const [typed, setTyped] = useState("");
  const take = useImportNative();
  const given = typed.trim();
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("nativeTitle")}
      closeButtonProps={{ "aria-label": frame("close") }}
    >
      {take.data ? (
        <ImportedNotes {...take.data} onClose={onClose} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (given !== "" && !take.isPending) take.mutate(given);
          }}
        >
          <Stack>
            <Text>{t("nativeHelp")}</Text>
            <TextInput
              label={t("nativeLabel")}
              description={t("nativeHint")}
              value={typed}
              maxLength={2000}
              autoComplete="off"
              data-autofocus
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
            {take.error && <Trouble error={take.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t("cancel")}
              </Button>
              <Button type="submit" loading={take.isPending} disabled={given === ""}>
                {t("nativeDo")}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
