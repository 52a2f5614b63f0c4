import { SegmentedControl, Tooltip, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { UnderWayDialog } from "../turnOff/UnderWayDialog.tsx";
import { notifyRefusal } from "./notifyRefusal.ts";
import classes from "./TopBar.module.css";
import { useSetMode } from "./useSetMode.ts";

/** Off or on. Only what is published can be turned on. */
export function ModeSwitch({ detail: { id, name, mode, liveVersion } }: { detail: WorkflowDetail }) {
  const { t } = useTranslation("editor");
  const setMode = useSetMode(id);
  const [underWay, setUnderWay] = useState(0);
  const published = liveVersion !== null;
  const explained = published ? (mode === "on" ? t("modeOnHelp") : t("modeOffHelp")) : t("modeUnpublishedHelp");
  return (
    <>
      {underWay > 0 && <UnderWayDialog workflow={{ id, name }} count={underWay} onClose={() => setUnderWay(0)} />}
      <Tooltip label={explained} multiline w={260}>
        <div>
          <SegmentedControl
            size="xs"
            aria-label={t("mode")}
            aria-describedby="mode-help"
            value={mode}
            data={[
              { value: "off", label: t("modeOff") },
              {
                value: "on",
                label: <span className={mode === "on" ? classes.on : ""}>{t("modeOn")}</span>,
                disabled: !published,
              },
            ]}
            disabled={setMode.isPending}
            onChange={(value) =>
              setMode.mutate(value === "on" ? "on" : "off", {
                onError: (error) => notifyRefusal(t("modeFailed"), error),
                onSuccess: (now) => setUnderWay(now.mode === "off" ? now.underWay : 0),
              })
            }
          />
          <VisuallyHidden id="mode-help">{explained}</VisuallyHidden>
        </div>
      </Tooltip>
    </>
  );
}
