import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { OctagonX } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOperation } from "../api/useOperation.ts";
import { Trouble } from "../ui/Trouble.tsx";
import classes from "./Frame.module.css";
import { useOperate } from "./useOperate.ts";

/** The one switch for everything, at the foot of the rail, with what it does in words. Gone while everything is stopped. */
export function StopEverything() {
  const { t } = useTranslation();
  const { data, refetch } = useOperation();
  const stop = useOperate("stopEverything");
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  if (!data || data.stopped) return null;
  return (
    <>
      <button
        type="button"
        className={`${classes.link} ${classes.stop}`}
        onClick={() => {
          setAsking(true);
          void refetch();
        }}
      >
        <OctagonX size={18} aria-hidden />
        <span className={classes.word}>{t("stopEverything")}</span>
      </button>
      {isAsking && (
        <Modal opened onClose={close} title={t("stopTitle")} closeButtonProps={{ "aria-label": t("close") }}>
          <Stack>
            <Text>{t("stopHelp")}</Text>
            <Text>{data.runs === 0 ? t("stopNone") : t("stopRuns", { count: data.runs })}</Text>
            {stop.error && <Trouble error={stop.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close} data-autofocus>
                {t("cancel")}
              </Button>
              <Button
                color="red.9"
                loading={stop.isPending}
                onClick={() => stop.mutate(undefined, { onSuccess: close })}
              >
                {t("stopEverything")}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
}
