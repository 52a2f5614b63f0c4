import { CircleCheck, OctagonAlert, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import classes from "./Callout.module.css";

export type Tone = "good" | "warn" | "bad";

const icons: Record<Tone, LucideIcon> = { good: CircleCheck, warn: TriangleAlert, bad: OctagonAlert };

/** Something worth noticing: an icon, a colour and words. */
export function Callout({ tone, title, children }: { tone: Tone; title: string; children?: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={classes.callout} data-tone={tone}>
      <Icon size={18} aria-hidden />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {children}
      </div>
    </div>
  );
}
