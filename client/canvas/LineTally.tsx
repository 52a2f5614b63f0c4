import { type MouseEvent, use } from "react";
import { useLanguage } from "../i18n/useLanguage.ts";
import { countWords, shareWords } from "./share.ts";
import { type Counted, type LineTally as Tally, TallyContext } from "./tally.ts";
import classes from "./LineTally.module.css";

/** How many went along a line, at its middle. The card that it leaves says the same to a screen reader. */
export function LineTally({ tally: { count, total }, where }: { tally: Tally; where: Counted }) {
  const { language } = useLanguage();
  const open = use(TallyContext);
  const number = countWords(count, language);
  const share = shareWords(count, total, language);
  const width = Math.max(34, number.length * 7 + 12, share.length * 6.5 + 8);
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    open?.(where);
  };
  return (
    <g className={`${classes.tally} nopan`} data-tally data-dead={count === 0} onClick={press}>
      <rect x={-width / 2} y={-16} width={width} height={32} rx={8} />
      <text y={-2}>{number}</text>
      <text y={11} className={classes.share}>
        {share}
      </text>
    </g>
  );
}
