import { Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { startsRuns } from "#shared/workflow/mode.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { notify } from "./notify.ts";

interface Props {
  detail: WorkflowDetail;
  /** Makes the draft equal to a version; an edit like any other, which Undo takes back. */
  onRestore(document: WorkflowDocument): void;
  onClose(): void;
}

/** Everything that was published, and the way back to it. */
export function VersionsDialog({ detail, onRestore, onClose }: Props) {
  const { t } = useTranslation("editor");
  const { language } = useLanguage();
  const versions = useQuery(query("listVersions", { params: { id: detail.id } }));
  const restore = useMutation({
    mutationFn: (number: number) => call(routes.getVersion, { params: { id: detail.id, number } }),
    onSuccess({ version, document }) {
      onRestore(document);
      onClose();
      notify("restored", t("restored", { number: version.number }), t("restoredHelp"));
    },
  });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Modal opened size="lg" onClose={onClose} title={t("versions")} closeButtonProps={{ "aria-label": t("close") }}>
      <Stack>
        {restore.error && <Trouble error={restore.error} />}
        {versions.error && <Trouble error={versions.error} onRetry={() => void versions.refetch()} />}
        {versions.isPending && !versions.error && <Waiting />}
        {versions.data?.versions.length === 0 && <Text c="dimmed">{t("versionsNone")}</Text>}
        {versions.data && versions.data.versions.length > 0 && (
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("version")}</Table.Th>
                <Table.Th>{t("versionAt")}</Table.Th>
                <Table.Th>{t("versionBy")}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {versions.data.versions.map(({ number, publishedAt, publishedBy }) => (
                <Table.Tr key={number}>
                  <Table.Td className="tabular">
                    {number === detail.liveVersion && startsRuns(detail.mode)
                      ? t("versionLive", { number })
                      : t("versionNumber", { number })}
                  </Table.Td>
                  <Table.Td>{date.format(new Date(publishedAt))}</Table.Td>
                  <Table.Td>{publishedBy}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="xs"
                      variant="default"
                      loading={restore.isPending && restore.variables === number}
                      aria-label={t("restoreNumber", { number })}
                      onClick={() => restore.mutate(number)}
                    >
                      {t("restore")}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("close")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
