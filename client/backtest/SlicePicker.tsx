import { ActionIcon, Popover, Radio, TextInput, Tooltip } from "@mantine/core";
import { CalendarRange } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Archive } from "#shared/api/archive.ts";
import classes from "./SimulateSwitch.module.css";
import type { SliceChoice } from "./sliceChoice.ts";

interface Props {
  choice: SliceChoice;
  archive: Archive;
  onChoose(choice: SliceChoice): void;
}

/** A day as a date field has it, in this browser's time zone. */
const dayOf = (at: string | null): string => {
  if (at === null) return "";
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Which past conversations are counted: all, the newest, or a time of one's own. */
export function SlicePicker({ choice, archive, onChoose }: Props) {
  const { t } = useTranslation("backtest");
  const [opened, setOpened] = useState(false);
  const value = choice.kind === "last" ? String(choice.days) : choice.kind;
  const days = choice.kind === "between" ? choice : { from: dayOf(archive.from), to: dayOf(archive.to) };
  const choose = (chosen: string) => {
    if (chosen === "between") onChoose({ kind: "between", from: days.from, to: days.to });
    else if (chosen === "whole") onChoose({ kind: "whole" });
    else onChoose({ kind: "last", days: chosen === "30" ? 30 : 90 });
  };
  const bound = (name: "from" | "to", label: string) => (
    <TextInput
      type="date"
      size="xs"
      label={label}
      value={days[name]}
      onChange={({ currentTarget }) =>
        currentTarget.value && onChoose({ kind: "between", from: days.from, to: days.to, [name]: currentTarget.value })
      }
    />
  );
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t("slice")}>
          <ActionIcon
            variant={choice.kind === "whole" ? "subtle" : "light"}
            {...(choice.kind === "whole" ? { color: "gray" } : {})}
            size={30}
            aria-label={t("slice")}
            aria-haspopup="dialog"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <CalendarRange size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("slice")}>
        <Radio.Group label={t("slice")} value={value} onChange={choose}>
          <div className={classes.choices}>
            <Radio mt={8} value="whole" label={t("sliceWhole")} data-autofocus={value === "whole" || undefined} />
            <Radio value="30" label={t("sliceLast", { days: 30 })} />
            <Radio value="90" label={t("sliceLast", { days: 90 })} />
            <Radio value="between" label={t("sliceBetween")} />
          </div>
        </Radio.Group>
        {choice.kind === "between" && (
          <div className={classes.days}>
            {bound("from", t("sliceFrom"))}
            {bound("to", t("sliceTo"))}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
