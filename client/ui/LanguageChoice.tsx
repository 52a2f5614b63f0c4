import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Language } from "#shared/language/text.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

/** Each language under its own name, so that whoever cannot read this one finds theirs. */
const names: Record<Language, string> = { en: "English", es: "Español" };

export function LanguageChoice({ size = "sm" }: { size?: "xs" | "sm" }) {
  const { t } = useTranslation();
  const { language, change } = useLanguage();
  return (
    <SegmentedControl
      size={size}
      aria-label={t("language")}
      value={language}
      onChange={(value) => change(Language.parse(value))}
      data={Language.options.map((value) => ({ value, label: <span lang={value}>{names[value]}</span> }))}
    />
  );
}
