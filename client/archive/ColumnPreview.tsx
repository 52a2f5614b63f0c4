import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Part } from "../thread/Part.tsx";
import { Callout } from "../ui/Callout.tsx";
import { previewOf } from "./columnMapping.ts";
import classes from "./MapColumns.module.css";

const shown = 3;
const partsShown = 6;

/** The first conversations as they would be in the archive. */
export function ColumnPreview({ rows, mapping }: { rows: readonly (readonly string[])[]; mapping: CsvMapping }) {
  const { t } = useTranslation("archive");
  const { pick } = useLanguage();
  const settled = useDeferredValue(mapping);
  const previews = useMemo(() => previewOf(rows, settled, shown), [rows, settled]);
  if (previews.length === 0) return <p className={classes.quiet}>{t("previewNone")}</p>;
  return (
    <div className={classes.previews}>
      {previews.map((preview) => (
        <section key={preview.id} className={classes.preview} aria-label={t("conversation", { id: preview.id })}>
          <p className={classes.previewHead}>
            <strong>{t("conversation", { id: preview.id })}</strong>
            {preview.outcome === "shown" && preview.title && <span>{preview.title}</span>}
            {preview.outcome === "shown" &&
              preview.tags.map((tag) => (
                <span key={tag} className={classes.tag}>
                  {tag}
                </span>
              ))}
          </p>
          {preview.outcome === "refused" ? (
            <Callout tone="warn" title={t("previewLeftOut")}>
              <p>{pick(preview.why)}</p>
            </Callout>
          ) : (
            <ol className={classes.thread}>
              {preview.parts.slice(0, partsShown).map((part) => (
                <Part key={part.id} part={part} past />
              ))}
            </ol>
          )}
          {preview.outcome === "shown" && preview.parts.length > partsShown && (
            <p className={classes.quiet}>{t("andMore", { count: preview.parts.length - partsShown })}</p>
          )}
        </section>
      ))}
    </div>
  );
}
