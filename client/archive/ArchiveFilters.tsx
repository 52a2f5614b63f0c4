import { Button, Collapse, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Archive, ArchiveChoices } from "#shared/api/archive.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { type ArchiveFilter, filterCount, type FilterName, noFilter } from "./archiveFilter.ts";
import { channelWords } from "./channelWords.ts";
import classes from "./ArchiveList.module.css";

interface Setting {
  filter: ArchiveFilter;
  change(wanted: ArchiveFilter): void;
}

interface Props extends Setting {
  archive: Archive;
  choices: ArchiveChoices | undefined;
  /** The name of the customer whose conversations alone are shown. */
  customer: string;
}

const searchAfterMs = 200;

interface Option {
  value: string;
  label: string;
}

/** What is looked for: words as they are typed, and filters behind a button that tells how many are set. */
export function ArchiveFilters({ filter, change, archive, choices, customer }: Props) {
  const { t } = useTranslation("archive");
  const { pick } = useLanguage();
  const { t: thread } = useTranslation("thread");
  const [typed, setTyped] = useState(filter.search ?? "");
  const search = useDebouncedCallback((words: string) => change({ search: words.trim() }), searchAfterMs);
  const set = filterCount(filter);
  const [open, setOpen] = useState(false);
  const panel = useId();
  const setting = { filter, change };
  const states = (["open", "closed", "snoozed"] as const).map((value) => ({ value, label: thread(value) }));
  const channels = choices?.channels.map((each) => ({ ...each, name: channelWords(each.id, pick) }));
  const imports = archive.imports.map(({ id, name }) => ({ value: id, label: name }));
  /** @param unnamed what those are called that nobody names, numbered to be told apart. */
  const optionsOf = (
    found: ArchiveChoices["teams"] = [],
    none?: string,
    unnamed?: "unnamedTeam" | "unnamedTeammate" | "unnamedTag",
  ): Option[] => {
    const nameless = found.filter(({ name }) => name === "");
    const nameOf = (each: ArchiveChoices["teams"][number]) =>
      each.name || (unnamed ? t(unnamed, { number: nameless.indexOf(each) + 1 }) : each.id);
    return [
      ...(none === undefined ? [] : [{ value: "none", label: none }]),
      ...found.map((each) => ({
        value: each.id,
        label: t("choice", { name: nameOf(each), count: each.conversations }),
      })),
    ];
  };
  const clear = () => {
    search.cancel();
    setTyped("");
    change(noFilter);
  };
  return (
    <search className={classes.search}>
      <TextInput
        type="search"
        aria-label={t("search")}
        placeholder={t("search")}
        leftSection={<Search size={16} aria-hidden />}
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          search(currentTarget.value);
        }}
      />
      <div className={classes.bar}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={open}
          aria-controls={panel}
          rightSection={open ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {set === 0 ? t("filters") : t("filtersSet", { count: set })}
        </Button>
        {(set > 0 || typed !== "") && (
          <Button size="compact-sm" variant="subtle" leftSection={<X size={14} aria-hidden />} onClick={clear}>
            {t("clear")}
          </Button>
        )}
      </div>
      {filter.contact !== undefined && (
        <Button
          className={classes.only ?? ""}
          size="compact-sm"
          variant="light"
          rightSection={<X size={14} aria-hidden />}
          onClick={() => change({ contact: "" })}
        >
          {customer === "" ? t("onlyOne") : t("onlyFrom", { name: customer })}
        </Button>
      )}
      <Collapse expanded={open} id={panel}>
        <div className={classes.filters}>
          <Choice {...setting} name="state" all={t("allStates")} options={states} />
          <Choice {...setting} name="channel" all={t("allChannels")} options={optionsOf(channels)} />
          <Choice
            {...setting}
            name="team"
            all={t("allTeams")}
            options={optionsOf(choices?.teams, t("noTeam"), "unnamedTeam")}
          />
          <Choice
            {...setting}
            name="teammate"
            all={t("allTeammates")}
            options={optionsOf(choices?.teammates, t("noTeammate"), "unnamedTeammate")}
          />
          <Choice
            {...setting}
            name="tag"
            all={t("allTags")}
            options={optionsOf(choices?.tags, t("noTag"), "unnamedTag")}
          />
          <Choice {...setting} name="import" all={t("allImports")} options={imports} />
          <Day {...setting} name="from" />
          <Day {...setting} name="to" />
        </div>
      </Collapse>
    </search>
  );
}

interface ChoiceProps {
  name: Extract<FilterName, "state" | "channel" | "team" | "teammate" | "tag" | "import">;
  /** What it says where none is chosen. */
  all: string;
  options: Option[];
}

function Choice({ filter, change, name, all, options }: Setting & ChoiceProps) {
  const { t } = useTranslation("archive");
  const value = filter[name] ?? "";
  const isKnown = value === "" || options.some((option) => option.value === value);
  return (
    <NativeSelect
      size="xs"
      label={t(`filter_${name}`)}
      value={value}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      data={[{ value: "", label: all }, ...options, ...(isKnown ? [] : [{ value, label: value }])]}
    />
  );
}

function Day({ filter, change, name }: Setting & { name: "from" | "to" }) {
  const { t } = useTranslation("archive");
  return (
    <TextInput
      size="xs"
      type="date"
      label={t(`filter_${name}`)}
      value={filter[name] ?? ""}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    />
  );
}
