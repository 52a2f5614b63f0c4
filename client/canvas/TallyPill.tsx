import { type CSSProperties, type MouseEvent, use } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";
import { countWords, shareWords } from "./share.ts";
import { type Counted, TallyContext } from "./tally.ts";
import classes from "./TallyPill.module.css";

interface Props {
  count: number;
  total: number;
  where: Counted;
  className?: string | undefined;
}

/** How many came here, as a number and a part of all; filled by that part. Opens the conversations. */
export function TallyPill({ count, total, where, className = "" }: Props) {
  const { t } = useTranslation("editor");
  const { language } = useLanguage();
  const open = use(TallyContext);
  const number = countWords(count, language);
  const share = shareWords(count, total, language);
  const name = `${number} ${share}. ${t("tallyOpen", { total: countWords(total, language) })}`;
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    open?.(where);
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${classes.pill} ${className} nodrag nopan nokey`}
      style={{ "--share": total === 0 ? 0 : count / total } as CSSProperties}
      data-dead={count === 0}
      aria-label={name}
      title={name}
      onClick={press}
    >
      <b>{number}</b> <span>{share}</span>
    </button>
  );
}
