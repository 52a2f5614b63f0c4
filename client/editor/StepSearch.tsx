import { Combobox, Group, TextInput, useCombobox } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import { groups } from "#shared/nodes/group.ts";
import type { Point } from "../canvas/positionsOf.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { focusAtOnce } from "../ui/focusAtOnce.ts";
import { NodeIcon } from "../ui/NodeIcon.tsx";
import { AtPlace } from "./AtPlace.tsx";
import { searchSteps } from "./searchSteps.ts";
import classes from "./StepSearch.module.css";

interface Props {
  /** Where on screen it opens. */
  at: Point;
  /** Behind a step there is no place for a trigger. */
  triggers: boolean;
  onPick(type: string): void;
  onClose(): void;
}

/** The search for a step to add, right where it is to stand. */
export function StepSearch({ at, triggers, onPick, onClose }: Props) {
  const { t } = useTranslation("editor");
  const { language, pick } = useLanguage();
  const [search, setSearch] = useState("");
  // Mantine learns the list's id only after the first render, and tells screen readers of the list only then.
  const listId = useId();
  const combobox = { ...useCombobox({ opened: true }), listId };
  const offered = nodeTypes.filter(({ kind }) => triggers || kind !== "trigger");
  const found = searchSteps(offered, search, language);
  return (
    <AtPlace at={at} width={300} padding={8} label={t("addStep")} onClose={onClose}>
      <Combobox store={combobox} onOptionSubmit={onPick}>
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            ref={focusAtOnce}
            data-autofocus
            role="combobox"
            aria-autocomplete="list"
            aria-label={t("searchSteps")}
            placeholder={t("searchSteps")}
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              combobox.updateSelectedOptionIndex();
              combobox.selectFirstOption();
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options id={listId} mah={280} className={classes.options ?? ""} aria-label={t("addStep")}>
          {found.map(({ group, steps }) => (
            <Combobox.Group key={group} label={pick(groups[group])}>
              {steps.map((step) => (
                <Combobox.Option key={step.type} value={step.type}>
                  <Group gap={8} wrap="nowrap">
                    <span className={classes.icon} style={{ color: `var(--sb-${step.group})` }}>
                      <NodeIcon name={step.icon} size={18} />
                    </span>
                    <span>{pick(step.label)}</span>
                  </Group>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {found.length === 0 && <Combobox.Empty>{t("noStepFound")}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox>
    </AtPlace>
  );
}
