import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { RunStatus } from "#shared/api/runs.ts";
import { query } from "../api/query.ts";
import classes from "./RunListFilters.module.css";
import { conversationIn } from "#shared/why/conversationIn.ts";
import type { RunListFilter, useRunListFilter } from "./useRunListFilter.ts";

interface Props {
  filter: RunListFilter;
  change: ReturnType<typeof useRunListFilter>[1];
}

export function RunListFilters({ filter, change }: Props) {
  const { t } = useTranslation("runs");
  const workflows = useQuery(query("listWorkflows", {})).data?.workflows ?? [];
  const known = workflows.map(({ id, name }) => ({ value: id, label: name }));
  const { workflow = "" } = filter;
  const gone =
    workflow === "" || known.some(({ value }) => value === workflow)
      ? []
      : [{ value: workflow, label: t("goneWorkflow") }];
  return (
    <search className={classes.filters} aria-label={t("filters")}>
      <NativeSelect
        label={t("workflow")}
        value={workflow}
        onChange={({ currentTarget }) => change({ workflow: currentTarget.value })}
        data={[{ value: "", label: t("allWorkflows") }, ...known, ...gone]}
      />
      <NativeSelect
        label={t("outcome")}
        value={filter.status ?? ""}
        onChange={({ currentTarget }) => change({ status: currentTarget.value })}
        data={[
          { value: "", label: t("allOutcomes") },
          ...RunStatus.options.map((value) => ({ value, label: t(value) })),
        ]}
      />
      <ConversationInput
        key={filter.conversation ?? ""}
        kept={filter.conversation ?? ""}
        onChoose={(conversation) => change({ conversation })}
      />
    </search>
  );
}

/** Takes effect on Enter, on leaving the field, and at once when something is pasted. */
function ConversationInput({ kept, onChoose }: { kept: string; onChoose: (conversation: string) => void }) {
  const { t } = useTranslation("runs");
  const [typed, setTyped] = useState(kept);
  const choose = (text: string) => {
    const conversation = conversationIn(text);
    if (conversation !== kept) onChoose(conversation);
  };
  return (
    <TextInput
      className={classes.conversation ?? ""}
      label={t("conversation")}
      placeholder={t("conversationHint")}
      value={typed}
      onChange={({ currentTarget, nativeEvent }) => {
        setTyped(currentTarget.value);
        if (nativeEvent instanceof InputEvent && nativeEvent.inputType === "insertFromPaste")
          choose(currentTarget.value);
      }}
      onBlur={() => choose(typed)}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === "Enter") choose(typed);
      }}
    />
  );
}
