import { Button, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fold } from "#shared/language/text.ts";
import { isZone } from "#shared/schedule/zone.ts";
import classes from "./ZoneSelect.module.css";

interface Props {
  zone: string;
  missing: boolean;
  onChange(zone: string): void;
}

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const known = Intl.supportedValuesOf("timeZone");

/** As people write it: "New York" finds "America/New_York". */
const inWords = (zone: string): string => zone.replaceAll("_", " ");

/** A time zone, found by its city. The browser's own is one press away: a fresh step cannot know it. */
export function ZoneSelect({ zone, missing, onChange }: Props) {
  const { t } = useTranslation("inspector");
  // What is set may be an older name that this browser does not list.
  const zones = [...new Set([...(isZone(zone) ? [zone] : []), "UTC", ...known])].toSorted();
  return (
    <div className={classes.zone}>
      <Select
        label={t("zone")}
        data={zones.map((each) => ({ value: each, label: inWords(each) }))}
        value={isZone(zone) ? zone : null}
        placeholder={t("choose")}
        error={missing && !isZone(zone)}
        onChange={(next) => next !== null && onChange(next)}
        filter={({ options, search }) =>
          options.filter((option) => "label" in option && fold(option.label).includes(fold(inWords(search)).trim()))
        }
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        maxDropdownHeight={320}
        nothingFoundMessage={t("nothingFound")}
      />
      {zone !== own && isZone(own) && (
        <Button size="compact-xs" variant="subtle" className={classes.own ?? ""} onClick={() => onChange(own)}>
          {t("useOwnZone", { zone: inWords(own) })}
        </Button>
      )}
    </div>
  );
}
