import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Refusal, unreachable } from "../api/refusal.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "./Callout.tsx";

interface Props {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** What went wrong, in the server's words, and what to do. */
export function Trouble({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const { pick } = useLanguage();
  const { problem } = error instanceof Refusal ? error : unreachable;
  return (
    <div role="alert">
      <Callout tone="bad" title={pick(problem.what)}>
        <p>{pick(problem.todo)}</p>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t("retry")}
          </Button>
        )}
      </Callout>
    </div>
  );
}
