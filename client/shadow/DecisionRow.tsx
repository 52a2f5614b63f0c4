import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ShadowDecision } from "#shared/api/shadow.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { DecidedActs } from "./DecidedActs.tsx";
import classes from "./Shadow.module.css";

interface Props {
  decision: ShadowDecision;
  document: WorkflowDocument | undefined;
}

/** One decision: on what, what would have been done, and what teammates did. */
export function DecisionRow({ decision, document }: Props) {
  const { t } = useTranslation("shadow");
  return (
    <li className={classes.row}>
      <div className={classes.rowHead}>
        <Link className={classes.name} to={`/shadow/${encodeURIComponent(decision.id)}`}>
          {decision.title || t("untitled")}
        </Link>
        <span className={classes.quiet}>
          <RelativeTime at={decision.at} />
        </span>
      </div>
      <DecidedActs decision={decision} document={document} />
    </li>
  );
}
