import { Button, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { shadowNote } from "#shared/templates/shadowNote.ts";
import { useCreateWorkflow } from "../api/useCreateWorkflow.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useLists } from "../i18n/useSpeech.ts";
import { useRefused } from "../ui/useRefused.ts";

/** Makes the workflow that notes in conversations what Shadow would have done there; whoever wants the notes turns it on. */
export function LeaveNotes() {
  const { t } = useTranslation("shadow");
  const { language, pick } = useLanguage();
  const lists = useLists();
  const refused = useRefused();
  const create = useCreateWorkflow();
  const make = () =>
    create.mutate(
      { name: pick(shadowNote.name), document: shadowNote.document(language, lists) },
      { onError: (error) => refused(t("notMade"), error) },
    );
  return (
    <Tooltip label={t("leaveNotesHelp")} multiline w={280}>
      <Button size="xs" variant="default" loading={create.isPending} onClick={make}>
        {t("leaveNotes")}
      </Button>
    </Tooltip>
  );
}
