import { CircleCheck, CircleDashed, CircleHelp, CircleMinus, CircleX, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Verdict } from "#shared/api/shadow.ts";
import classes from "./Shadow.module.css";

const icons: Record<Verdict | "unknown", LucideIcon> = {
  same: CircleCheck,
  otherwise: CircleX,
  nothing: CircleMinus,
  incomparable: CircleHelp,
  unknown: CircleDashed,
};

/** How something compares with what teammates did: an icon, a colour and a word. */
export function VerdictWord({ verdict }: { verdict: Verdict | null }) {
  const { t } = useTranslation("shadow");
  const kind = verdict ?? "unknown";
  const Icon = icons[kind];
  return (
    <span className={classes.verdict} data-part={kind}>
      <Icon size={14} aria-hidden />
      {t(`verdict_${kind}`)}
    </span>
  );
}
