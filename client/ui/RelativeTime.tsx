import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";
import { exactTime, relativeTime } from "./times.ts";
import { useNow } from "./useNow.ts";

/** How long ago, or in how long; the exact moment on hover. `at` is a UTC ISO string. */
export function RelativeTime({ at }: { at: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const now = useNow();
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={exactTime(instant, language)}>
      {relativeTime(instant, now, language, t("justNow"))}
    </time>
  );
}
