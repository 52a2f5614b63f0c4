import { Button, FileButton } from "@mantine/core";
import { Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { useImportFile } from "./useImportFile.ts";

export function ImportButton({ take }: { take: ReturnType<typeof useImportFile> }) {
  const { t } = useTranslation("workflows");
  return (
    <FileButton
      accept="application/json,.json"
      onChange={(file) => file && take.mutate(file)}
      inputProps={{ "aria-label": t("importFile") }}
    >
      {(props) => (
        <Button {...props} variant="default" leftSection={<Upload size={16} aria-hidden />} loading={take.isPending}>
          {t("importFile")}
        </Button>
      )}
    </FileButton>
  );
}
