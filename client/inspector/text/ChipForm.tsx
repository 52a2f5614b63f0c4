import { Button, Checkbox, TextInput } from "@mantine/core";
import { ArrowLeftRight, Check, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Chip } from "#shared/template/template.ts";
import { useScope } from "../useScope.ts";
import { MissingLine } from "../values/MissingLine.tsx";
import { SampleLine } from "../values/SampleLine.tsx";
import { ValueMenu } from "../values/ValueMenu.tsx";
import classes from "./ChipForm.module.css";
import { chipFor } from "./templateText.ts";

interface Props {
  chip: Chip | null;
  onChange(chip: Chip): void;
  onClose(): void;
  onRemove(): void;
}

/** What there is to say about a value within a text: what stands in when it is empty, and how it is written. */
export function ChipForm({ chip, onChange, onClose, onRemove }: Props) {
  const { t } = useTranslation("inspector");
  const { values, speech } = useScope();
  const value = values.find(({ ref }) => ref === chip?.ref);
  const { fallback = "", format } = chip ?? {};
  const write = (next: { fallback: string; format: Chip["format"] }) => {
    if (!chip) return;
    onChange({
      ref: chip.ref,
      ...(next.fallback === "" ? {} : { fallback: next.fallback }),
      ...(next.format ? { format: next.format } : {}),
    });
  };
  return (
    <div className={classes.form} role="dialog" aria-label={speech.label(chip?.ref ?? "")}>
      <div className={classes.name}>{speech.label(chip?.ref ?? "")}</div>
      {value ? (
        <>
          <div className={classes.group}>{speech.pick(value.group)}</div>
          <SampleLine value={value} />
          {fallback === "" && <MissingLine reference={value.ref} />}
        </>
      ) : (
        <div className={classes.gone}>{t("chipGone")}</div>
      )}
      <TextInput
        mt={8}
        data-autofocus
        label={t("ifEmpty")}
        placeholder={t("ifEmptyExample")}
        maxLength={500}
        value={fallback}
        disabled={!chip}
        onChange={({ currentTarget }) => write({ fallback: currentTarget.value, format })}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          onClose();
        }}
      />
      {(value?.type === "date" || format === "date") && (
        <Checkbox
          mt={8}
          label={t("asDay")}
          checked={format === "date"}
          onChange={({ currentTarget }) => write({ fallback, format: currentTarget.checked ? "date" : undefined })}
        />
      )}
      <div className={classes.buttons}>
        <Button size="xs" leftSection={<Check size={14} aria-hidden />} onClick={onClose}>
          {t("done")}
        </Button>
        <ValueMenu
          chosen={chip?.ref ?? null}
          onPick={(ref) => onChange({ ...(fallback === "" ? {} : { fallback }), ...chipFor(ref, values) })}
        >
          {(toggle) => (
            <Button size="xs" variant="default" leftSection={<ArrowLeftRight size={14} aria-hidden />} onClick={toggle}>
              {t("chooseAnother")}
            </Button>
          )}
        </ValueMenu>
        <Button size="xs" variant="default" leftSection={<Trash2 size={14} aria-hidden />} onClick={onRemove}>
          {t("remove")}
        </Button>
      </div>
    </div>
  );
}
