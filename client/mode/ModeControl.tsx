import { Button, Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Mode, startsRuns } from "#shared/workflow/mode.ts";
import { useRefused } from "../ui/useRefused.ts";
import classes from "./ModeControl.module.css";
import { modeIcons } from "./modeIcons.ts";
import { ShareDialog } from "./ShareDialog.tsx";
import { UnderWayDialog } from "./UnderWayDialog.tsx";
import { type ModeChoice, useSetMode } from "./useSetMode.ts";

interface Props {
  workflow: { id: string; name: string; mode: Mode; percent: number; liveVersion: number | null };
}

/**
 * What live events do with a workflow, from off by shadow and a share to on, each with what it means. A list and not a switch that is slid
 * along: whoever goes past a choice with the keyboard has not made it.
 */
export function ModeControl({ workflow: { id, name, mode, percent, liveVersion } }: Props) {
  const { t } = useTranslation("mode");
  const refused = useRefused();
  const setMode = useSetMode(id);
  const [dialog, setDialog] = useState<"share" | { underWay: number } | null>(null);
  const isPublished = liveVersion !== null;
  const set = (choice: ModeChoice) =>
    setMode.mutate(choice, {
      onError: (error) => refused(t("notSet"), error),
      // What is under way goes on unless one says otherwise; that is asked where nothing more is started.
      onSuccess: (now) =>
        setDialog(startsRuns(mode) && !startsRuns(now.mode) && now.underWay > 0 ? { underWay: now.underWay } : null),
    });
  const said = mode === "percentage" ? t("share", { percent }) : t(mode);
  const Icon = modeIcons[mode];
  return (
    <>
      <Menu position="bottom-end" width={320} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            className={classes.button ?? ""}
            data-mode={mode}
            size="xs"
            variant="default"
            loading={setMode.isPending}
            leftSection={<Icon size={14} aria-hidden />}
            rightSection={<ChevronDown size={14} aria-hidden />}
            aria-label={t("label", { name, mode: said })}
          >
            {said}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{isPublished ? t("choose") : t("publishFirst")}</Menu.Label>
          <Menu.RadioGroup value={mode}>
            {Mode.options.map((option) => {
              const OptionIcon = modeIcons[option];
              return (
                <Menu.RadioItem
                  key={option}
                  value={option}
                  data-mode={option}
                  className={classes.option ?? ""}
                  closeMenuOnClick
                  disabled={!isPublished && option !== mode}
                  rightSection={<OptionIcon size={16} aria-hidden />}
                  onChange={() =>
                    option === "percentage" ? setDialog("share") : option !== mode && set({ mode: option })
                  }
                >
                  <span className={classes.name}>{t(option)}</span>
                  <span className={classes.help}>{t(`${option}Help`)}</span>
                </Menu.RadioItem>
              );
            })}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      {dialog === "share" && (
        <ShareDialog
          percent={percent}
          onClose={() => setDialog(null)}
          onChoose={(share) => {
            setDialog(null);
            set({ mode: "percentage", percent: share });
          }}
        />
      )}
      {dialog !== null && dialog !== "share" && (
        <UnderWayDialog
          workflow={{ id, name }}
          isShadow={mode === "shadow"}
          count={dialog.underWay}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
