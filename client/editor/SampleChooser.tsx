import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { shorten } from "#shared/language/text.ts";
import { Refusal } from "../api/refusal.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "./BottomBar.module.css";
import type { useSample } from "./useSample.ts";

/** Which past conversation lends its values to the settings. */
export function SampleChooser({ conversations, chosen, choose, error, isLoading }: ReturnType<typeof useSample>) {
  const { t } = useTranslation("editor");
  const { pick } = useLanguage();
  if (isLoading) return <span className={classes.quiet}>{t("sampleLoading")}</span>;
  if (error instanceof Refusal) return <span className={classes.quiet}>{pick(error.problem.what)}</span>;
  if (conversations.length === 0) return <span className={classes.quiet}>{t("sampleNone")}</span>;
  return (
    <div className={classes.sample}>
      <span aria-hidden className={classes.quiet}>
        {t("sampleFrom")}
      </span>
      <Select
        size="xs"
        className={classes.sampleSelect ?? ""}
        aria-label={t("sampleFrom")}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t("sampleNotFound")}
        maxDropdownHeight={320}
        comboboxProps={{ position: "top-start", width: 420 }}
        data={conversations.map(({ id, contactName, excerpt }) => ({
          value: id,
          label: `${contactName}: ${shorten(excerpt, 80)}`,
        }))}
        value={chosen}
        onChange={(id) => choose(id)}
      />
    </div>
  );
}
