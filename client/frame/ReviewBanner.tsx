import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Callout } from "../ui/Callout.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import classes from "./Frame.module.css";

/** Said on every screen while nothing is sent because a backup was put back, until a person lets it go on. */
export function ReviewBanner() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const operation = useQuery(query("getOperation", {}));
  const leave = useMutation({
    mutationFn: () => call(routes.leaveReview, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ["getOperation"] }),
  });
  if (operation.data?.review !== true) return null;
  return (
    <div className={classes.review}>
      <Callout tone="warn" title={t("reviewTitle")}>
        <p>{t("reviewHelp")}</p>
        <Button size="xs" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t("reviewLeave", { count: operation.data.runs })}
        </Button>
        {leave.error && <Trouble error={leave.error} />}
      </Callout>
    </div>
  );
}
