import { Button, Tooltip } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConnectionStatus } from "#shared/api/connection.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import classes from "./Connections.module.css";

/** What the last look for events that did not come has found, and a way to look again. */
export function MissedEvents({ missed: { looking, last, trouble } }: Pick<ConnectionStatus, "missed">) {
  const { t } = useTranslation("connections");
  const { pick } = useLanguage();
  const client = useQueryClient();
  const look = useMutation({
    mutationFn: () => call(routes.lookForMissed, {}),
    onSuccess: (status) => client.setQueryData(query("getConnection", {}).queryKey, status),
  });
  return (
    <>
      <p className={classes.quiet} role="status">
        {looking
          ? t("missedLooking")
          : last && (
              <span>
                {last.found === 0 ? t("missedNone") : t("missedFound", { count: last.found })}{" "}
                <RelativeTime at={last.at} />
              </span>
            )}
      </p>
      {trouble && <Callout tone="bad" title={pick(trouble)} />}
      {look.error && <Trouble error={look.error} />}
      <div>
        <Tooltip label={t("missedHelp")} multiline w={260}>
          <Button
            variant="default"
            leftSection={<Search size={16} aria-hidden />}
            loading={looking || look.isPending}
            onClick={() => look.mutate()}
          >
            {t("missedLook")}
          </Button>
        </Tooltip>
      </div>
    </>
  );
}
