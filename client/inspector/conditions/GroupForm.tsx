import { ActionIcon, Button, Select } from "@mantine/core";
import { ListTree, Plus, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { deepestGroup, Group, isGroup, type Rule } from "#shared/conditions/condition.ts";
import { useScope } from "../useScope.ts";
import classes from "./ConditionSetting.module.css";
import { freshGroup, freshRule, mostEntries, removed, replaced, withEntry, withInner } from "./conditionEdits.ts";
import { RuleForm } from "./RuleForm.tsx";

interface Props {
  group: Group;
  /** 1 for the outermost. */
  depth: number;
  /** What the group is called for screen readers. */
  name: string;
  onChange(group: Group): void;
  /** For a group within another. */
  onRemove?: () => void;
}

const { match: Match } = Group.shape;

/** A group of rules, and of groups within it. */
export function GroupForm({ group, depth, name, onChange, onRemove }: Props) {
  const { t } = useTranslation("inspector");
  const { values } = useScope();
  const add = useRef<HTMLButtonElement>(null);
  const [first] = values;
  const full = group.rules.length >= mostEntries || !first;
  // The button that was pressed goes with its entry: the keyboard goes on at the next best place.
  const remove = (at: number) => {
    onChange(removed(group, at));
    add.current?.focus();
  };
  const entry = (each: Rule | Group, at: number) => {
    const place = depth === 1 ? `${at + 1}` : `${name}.${at + 1}`;
    return isGroup(each) ? (
      <GroupForm
        group={each}
        depth={depth + 1}
        name={place}
        onChange={(inner) => onChange(withInner(group, at, inner))}
        onRemove={() => remove(at)}
      />
    ) : (
      <RuleForm
        rule={each}
        place={place}
        onChange={(rule) => onChange(replaced(group, at, rule))}
        onRemove={() => remove(at)}
      />
    );
  };
  const named = depth === 1 ? name : t("innerGroup", { place: name });
  return (
    <div
      role={depth === 1 ? undefined : "group"}
      aria-label={depth === 1 ? undefined : named}
      className={`${classes.group} ${depth === 1 ? "" : classes.inner}`}
    >
      <div className={classes.head}>
        <Select
          className={classes.match ?? ""}
          aria-label={t("match", { name: named })}
          data={Match.options.map((match) => ({ value: match, label: t(`match_${match}`) }))}
          value={group.match}
          onChange={(match) => match !== null && onChange({ ...group, match: Match.parse(match) })}
          allowDeselect={false}
        />
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" aria-label={t("removeGroup", { place: name })} onClick={onRemove}>
            <Trash2 size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <ol className={classes.entries}>
        {/* Entries have no id of their own, and none of their controls keeps anything that the document does not. */}
        {group.rules.map((each, at) => (
          <li key={at}>
            {at > 0 && <div className={classes.joint}>{t(`joint_${group.match}`)}</div>}
            {entry(each, at)}
          </li>
        ))}
      </ol>
      <div className={classes.buttons}>
        <Button
          ref={add}
          size="xs"
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          disabled={full}
          onClick={() => first && onChange(withEntry(group, freshRule(first)))}
        >
          {t("addRule")}
        </Button>
        {depth < deepestGroup && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<ListTree size={14} aria-hidden />}
            disabled={full}
            onClick={() => first && onChange(withEntry(group, freshGroup(group, first)))}
          >
            {t("addGroup")}
          </Button>
        )}
      </div>
    </div>
  );
}
