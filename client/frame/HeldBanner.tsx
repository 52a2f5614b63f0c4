import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Operation } from "#shared/api/operation.ts";
import { Callout } from "../ui/Callout.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useOperate } from "./useOperate.ts";

interface Props {
  held: NonNullable<Operation["held"]>;
  heldUp: number;
}

/** Said on every screen while nothing is sent to Intercom, since it does not answer or does not accept the token. */
export function HeldBanner({ held: { why, since }, heldUp }: Props) {
  const { t } = useTranslation();
  const ask = useOperate("askIntercom");
  return (
    <Callout tone="bad" title={why === "away" ? t("awayTitle") : t("refusedTitle")}>
      <p>
        {t("heldSince")} <RelativeTime at={since} />. {heldUp > 0 && <b>{t("heldRuns", { count: heldUp })}</b>}{" "}
        {why === "away" ? t("awayHelp") : t("refusedHelp")}
      </p>
      <Group gap="xs">
        {why === "refused" && (
          <Button size="xs" component={Link} to="/connections">
            {t("toConnections")}
          </Button>
        )}
        <Button size="xs" variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
          {t("askNow")}
        </Button>
        {heldUp > 0 && (
          <Button size="xs" variant="default" component={Link} to="/runs?status=running">
            {t("showRuns")}
          </Button>
        )}
      </Group>
      {ask.error && <Trouble error={ask.error} />}
    </Callout>
  );
}
