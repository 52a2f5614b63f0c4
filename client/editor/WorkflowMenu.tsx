import { ActionIcon, Menu } from "@mantine/core";
import { Download, Ellipsis, Ghost, Hand, History, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { call } from "../api/call.ts";
import type { Autosave } from "../draft/autosave.ts";
import { saveFile } from "../ui/saveFile.ts";
import { notifyRefusal } from "./notifyRefusal.ts";
import type { Dialog } from "./editorView.ts";

interface Props {
  detail: WorkflowDetail;
  autosave: Autosave;
  onDialog(dialog: Dialog): void;
}

/** What is done more rarely with a workflow. */
export function WorkflowMenu({ detail, autosave, onDialog }: Props) {
  const { t } = useTranslation("editor");
  const { t: modeWords } = useTranslation("mode");
  const { t: hand } = useTranslation("byHand");
  const exportFile = async () => {
    try {
      await autosave.flush();
      const file = await call(routes.exportWorkflow, { params: { id: detail.id } });
      saveFile(`${detail.name}.json`, `${JSON.stringify(file, null, 2)}\n`);
    } catch (error) {
      notifyRefusal(t("exportFailed"), error);
    }
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("more")} title={t("more")}>
          <Ellipsis size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {detail.byHand.length > 0 && (
          <Menu.Item leftSection={<Hand size={16} aria-hidden />} onClick={() => onDialog("byHand")}>
            {hand("menu")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<History size={16} aria-hidden />} onClick={() => onDialog("versions")}>
          {t("versions")}
        </Menu.Item>
        {detail.liveVersion !== null && (
          <Menu.Item
            component={Link}
            to={`/workflows/${detail.id}/shadow`}
            leftSection={<Ghost size={16} aria-hidden />}
          >
            {modeWords("decisions")}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<Download size={16} aria-hidden />} onClick={() => void exportFile()}>
          {t("export")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<Trash2 size={16} aria-hidden />} onClick={() => onDialog("delete")}>
          {t("delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
