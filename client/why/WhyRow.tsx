import { CircleCheck, CircleMinus, CircleX, type LucideIcon, Split } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { WhyAnswer, WhyReason } from "#shared/api/why.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { RunOutcome } from "../ui/RunOutcome.tsx";
import classes from "./Why.module.css";
import { whyWords } from "./whyWords.ts";

type Tone = "went" | "left" | "failed" | "not";

const icons: Record<Tone, LucideIcon> = { went: CircleCheck, left: Split, failed: CircleX, not: CircleMinus };

function toneOf(reason: WhyReason): Tone {
  if (reason.kind !== "ran" && reason.kind !== "wouldRun") return "not";
  const failed = reason.kind === "ran" ? reason.failure !== null : reason.status === "failed";
  return failed ? "failed" : reason.left ? "left" : "went";
}

interface Props {
  told: WhyAnswer["workflows"][number];
  conversation: string;
}

/** One workflow: its name, and in one line why it did or did not run. */
export function WhyRow({ told, conversation }: Props) {
  const { t } = useTranslation("why");
  const { id, name, version, document, reason } = told;
  const speech = useSpeech(document);
  const tone = toneOf(reason);
  const Icon = icons[tone];
  const runs = reason.kind === "ran" ? reason.runs : [];
  const [newest] = runs;
  return (
    <li className={classes.row}>
      <span className={classes.icon} data-tone={tone}>
        <Icon size={18} aria-hidden />
      </span>
      <div className={classes.words}>
        <p className={classes.head}>
          <Link to={`/workflows/${id}`} className={classes.name ?? ""}>
            {name}
          </Link>
          <span className={classes.quiet}>{version === null ? t("draft") : t("version", { number: version })}</span>
        </p>
        <p className={classes.reason}>{whyWords(told, speech, t)}</p>
      </div>
      {newest && (
        <div className={classes.runs}>
          <Link to={`/runs/${newest.id}`} className={classes.run ?? ""}>
            {t("seeRun")}
          </Link>
          <RunOutcome status={newest.status} />
          {runs.length > 1 && (
            <Link
              className={classes.more ?? ""}
              to={`/runs?conversation=${encodeURIComponent(conversation)}&workflow=${encodeURIComponent(id)}`}
            >
              {t("moreRuns", { count: runs.length - 1 })}
            </Link>
          )}
        </div>
      )}
    </li>
  );
}
