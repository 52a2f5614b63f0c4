import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Operation } from "#shared/api/operation.ts";
import { Callout } from "../ui/Callout.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useOperate } from "./useOperate.ts";

interface Props {
  stopped: NonNullable<Operation["stopped"]>;
  heldUp: number;
}

/** Said on every screen while a person has stopped everything, until somebody lets it carry on. */
export function StoppedBanner({ stopped: { at, by }, heldUp }: Props) {
  const { t } = useTranslation();
  const carryOn = useOperate("carryOn");
  return (
    <Callout tone="bad" title={t("stoppedTitle")}>
      <p>
        {t("stoppedBy", { name: by })} <RelativeTime at={at} />. {t("stoppedHelp")}
      </p>
      <Button size="xs" loading={carryOn.isPending} onClick={() => carryOn.mutate()}>
        {heldUp === 0 ? t("carryOn") : t("carryOnRuns", { count: heldUp })}
      </Button>
      {carryOn.error && <Trouble error={carryOn.error} />}
    </Callout>
  );
}
