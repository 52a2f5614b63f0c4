import { Button, Group, Modal, NumberInput, Slider, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Percent } from "#shared/workflow/mode.ts";

interface Props {
  percent: number;
  onChoose(percent: number): void;
  onClose(): void;
}

const marks = [10, 25, 50, 75].map((value) => ({ value }));

/** How many of a hundred conversations a workflow is to run in. */
export function ShareDialog({ percent, onChoose, onClose }: Props) {
  const { t } = useTranslation("mode");
  const { t: frame } = useTranslation();
  const [typed, setTyped] = useState<number | string>(percent);
  const read = Percent.safeParse(typed);
  const share = read.success ? read.data : percent;
  return (
    <Modal opened onClose={onClose} title={t("shareTitle")} closeButtonProps={{ "aria-label": frame("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (read.success) onChoose(read.data);
        }}
      >
        <Stack>
          <Slider
            min={1}
            max={99}
            marks={marks}
            label={null}
            value={share}
            onChange={setTyped}
            thumbLabel={t("shareLabel")}
          />
          <NumberInput
            label={t("shareLabel")}
            value={typed}
            onChange={setTyped}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            error={read.success ? null : t("shareRule")}
            data-autofocus
          />
          <Text c="dimmed">{t("shareHelp", { percent: share })}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" disabled={!read.success}>
              {t("shareDo", { percent: share })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
