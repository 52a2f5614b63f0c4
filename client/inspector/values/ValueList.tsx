import { Combobox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useScope } from "../useScope.ts";
import { sampleValue, valueWords } from "./sample.ts";
import type { ValueGroup } from "./searchValues.ts";
import classes from "./ValueList.module.css";

interface Props {
  groups: readonly ValueGroup[];
  /** The reference that is chosen now. */
  chosen: string | null;
  /** What the list is called for screen readers. */
  label: string;
  /** Where no search field beside it has the keyboard, the list itself can be scrolled by it. */
  scrollable?: boolean;
}

/** Values under their headings, each with what it is in the sample conversation. To be put inside a Combobox. */
export function ValueList({ groups, chosen, label, scrollable = false }: Props) {
  const { t } = useTranslation("inspector");
  const { facts, lists, speech } = useScope();
  return (
    <Combobox.Options className={classes.list ?? ""} aria-label={label} tabIndex={scrollable ? 0 : undefined}>
      {groups.length === 0 && <Combobox.Empty>{t("noValueFound")}</Combobox.Empty>}
      {groups.map(({ name, values }) => (
        <Combobox.Group key={name} label={name}>
          {values.map((value) => {
            const sample = sampleValue(value.ref, facts, lists, "shown");
            const words = sample === undefined ? null : (valueWords(sample, value, speech) ?? t("emptyValue"));
            return (
              <Combobox.Option key={value.ref} value={value.ref} active={value.ref === chosen} className={classes.row}>
                <span className={classes.name}>{speech.pick(value.label)}</span>
                {words !== null && <span className={classes.sample}>{words}</span>}
              </Combobox.Option>
            );
          })}
        </Combobox.Group>
      ))}
    </Combobox.Options>
  );
}
