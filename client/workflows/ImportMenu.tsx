import { Button, FileButton, Menu } from "@mantine/core";
import { ChevronDown, FileUp, Workflow } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { useImportFile } from "./useImportFile.ts";

interface Props {
  take: ReturnType<typeof useImportFile>;
  onNative: () => void;
}

/** Where a workflow may come from: a file that was exported, or Intercom's own builder. */
export function ImportMenu({ take, onNative }: Props) {
  const { t } = useTranslation("workflows");
  return (
    <FileButton
      accept="application/json,.json"
      onChange={(file) => file && take.mutate(file)}
      inputProps={{ "aria-label": t("importFile") }}
    >
      {({ onClick }) => (
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default" rightSection={<ChevronDown size={16} aria-hidden />} loading={take.isPending}>
              {t("import")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<FileUp size={16} aria-hidden />} onClick={onClick}>
              {t("importFile")}
            </Menu.Item>
            <Menu.Item leftSection={<Workflow size={16} aria-hidden />} onClick={onNative}>
              {t("importNative")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </FileButton>
  );
}
