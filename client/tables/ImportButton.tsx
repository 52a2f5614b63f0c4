import { Button, FileButton } from "@mantine/core";
import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TableDetail } from "#shared/api/tables.ts";
import { useNotice } from "../ui/useNotice.ts";
import { ImportDialog } from "./ImportDialog.tsx";
import { readTableFile, type TableFile } from "./readTableFile.ts";

interface Props {
  /** Where the rows go; null for a table of their own. */
  table: TableDetail | null;
  size?: "xs" | "sm";
  onDone(id: string): void;
}

/** Takes a CSV file, and shows where its columns go before anything is written. */
export function ImportButton({ table, size = "sm", onDone }: Props) {
  const { t } = useTranslation("tables");
  const { t: inspector } = useTranslation("inspector");
  const notice = useNotice();
  const reset = useRef<() => void>(null);
  const [file, setFile] = useState<TableFile | null>(null);
  const take = async (chosen: File | null) => {
    if (!chosen) return;
    // So that the same file can be chosen again.
    reset.current?.();
    const read = await readTableFile(chosen, (place) => inspector("columnPlace", { place }));
    if (typeof read !== "string") setFile(read);
    else notice(`${t(read, { name: chosen.name })} ${t(`${read}Do`)}`);
  };
  return (
    <>
      <FileButton
        resetRef={reset}
        accept="text/csv,text/tab-separated-values,.csv,.tsv,.txt"
        onChange={(chosen) => void take(chosen)}
        inputProps={{ "aria-label": t("importFile") }}
      >
        {({ onClick }) => (
          <Button variant="default" size={size} leftSection={<FileUp size={16} aria-hidden />} onClick={onClick}>
            {t("importFile")}
          </Button>
        )}
      </FileButton>
      {file && <ImportDialog table={table} file={file} onClose={() => setFile(null)} onDone={onDone} />}
    </>
  );
}
