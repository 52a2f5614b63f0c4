import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { saveFile } from "../ui/saveFile.ts";
import { useRefused } from "../ui/useRefused.ts";

/** Hands the person the whole table as a CSV file. It begins with a mark by which spreadsheets know that it is UTF-8. */
export function useExport({ id, name }: { id: string; name: string }): () => void {
  const { t } = useTranslation("tables");
  const { language } = useLanguage();
  const refused = useRefused();
  return () =>
    void call(routes.exportTable, { params: { id }, query: { language } }).then(
      ({ csv }) => saveFile(`${name}.csv`, `\uFEFF${csv}`, "text/csv"),
      (error: unknown) => refused(t("exportFailed"), error),
    );
}
