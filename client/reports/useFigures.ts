import type { Monthly } from "#shared/api/simulations.ts";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";

/** Numbers, shares, money and days as the language on screen writes them. */
export function useFigures() {
  const { t } = useTranslation("reports");
  const { language } = useLanguage();
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const dollars = new Intl.NumberFormat(language, { style: "currency", currency: "USD", maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const month = new Intl.DateTimeFormat(language, { month: "long", year: "numeric" });
  const count = (number: number) => whole.format(number);
  return {
    count,
    share: (part: number, of: number) => percent.format(of === 0 ? 0 : part / of),
    percent: (share: number) => percent.format(share),
    money: (amount: number) => dollars.format(amount),
    day: (at: string | null) => (at === null ? "" : day.format(new Date(at))),
    month: (at: string | null) => (at === null ? "" : month.format(new Date(at))),
    conversations: (number: number) => t("count", { count: number, n: count(number) }),
    /** "35 a month, between 20 and 50". */
    perMonth({ perMonth, low, high }: Monthly): string {
      if (perMonth === null) return t("perMonthNone");
      if (low === null || high === null) return t("perMonthOnly", { month: count(perMonth) });
      return t("perMonth", { month: count(perMonth), low: count(Math.floor(low)), high: count(Math.ceil(high)) });
    },
  };
}
