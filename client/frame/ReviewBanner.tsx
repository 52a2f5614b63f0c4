import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Operation } from "#shared/api/operation.ts";
import { Callout } from "../ui/Callout.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useOperate } from "./useOperate.ts";

/** Said on every screen while nothing is sent because a backup was put back, until a person lets it go on. */
export function ReviewBanner({ operation }: { operation: Operation }) {
  const { t } = useTranslation();
  const leave = useOperate("leaveReview");
  return (
    <Callout tone="warn" title={t("reviewTitle")}>
      <p>{t("reviewHelp")}</p>
      <Button size="xs" loading={leave.isPending} onClick={() => leave.mutate()}>
        {t("reviewLeave", { count: operation.runs })}
      </Button>
      {leave.error && <Trouble error={leave.error} />}
    </Callout>
  );
}
