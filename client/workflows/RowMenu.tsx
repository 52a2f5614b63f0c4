import { ActionIcon, Menu } from "@mantine/core";
import { ChartColumn, Copy, Download, Ellipsis, Hand, Pencil, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { WorkflowSummary } from "#shared/api/workflows.ts";
import type { useRowActions } from "./useRowActions.ts";

interface Props {
  workflow: WorkflowSummary;
  actions: ReturnType<typeof useRowActions>;
  onRunByHand: () => void;
  onRename: () => void;
  onDelete: () => void;
}

export function RowMenu({ workflow: { id, name, mode, byHand }, actions, onRunByHand, onRename, onDelete }: Props) {
  const { t } = useTranslation("workflows");
  const { t: hand } = useTranslation("byHand");
  const { t: report } = useTranslation("reports");
  const isOn = mode !== "off";
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("more", { name })}>
          <Ellipsis size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {byHand.length > 0 && (
          <Menu.Item leftSection={<Hand size={16} aria-hidden />} onClick={onRunByHand}>
            {hand("menu")}
          </Menu.Item>
        )}
        <Menu.Item
          component={Link}
          to={`/workflows/${id}/simulations`}
          leftSection={<ChartColumn size={16} aria-hidden />}
        >
          {report("report")}
        </Menu.Item>
        <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={onRename}>
          {t("rename")}
        </Menu.Item>
        <Menu.Item leftSection={<Copy size={16} aria-hidden />} onClick={() => actions.duplicate.mutate()}>
          {t("duplicate")}
        </Menu.Item>
        <Menu.Item leftSection={<Download size={16} aria-hidden />} onClick={() => actions.exportFile.mutate()}>
          {t("exportFile")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Trash2 size={16} aria-hidden />} disabled={isOn} onClick={onDelete}>
          {isOn ? t("deleteWhenOff") : t("delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
