import { Button, Checkbox, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FoundSubject } from "#shared/api/subjects.ts";
import type { Findable } from "#shared/events/event.ts";
import { shorten } from "#shared/language/text.ts";
import { query } from "../api/query.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./SubjectPicker.module.css";

/** What was chosen, by id, in the order it was. */
export type Chosen = ReadonlyMap<string, FoundSubject>;

interface Props {
  kind: Findable;
  chosen: Chosen;
  onChange(chosen: Chosen): void;
}

const mostShown = 50;
const mostNames = 100;
const typingMs = 250;

/** Conversations, customers or tickets to find by words and tick. What is ticked stays so while one searches on. */
export function SubjectPicker({ kind, chosen, onChange }: Props) {
  const { t } = useTranslation("byHand");
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed.trim(), typingMs);
  const found = useQuery({
    ...query("findSubjects", { query: { kind, words, limit: mostShown } }),
    placeholderData: keepPreviousData,
  });
  const shown = found.data?.subjects ?? [];
  const ticked = shown.filter(({ id }) => chosen.has(id)).length;
  const nameOf = ({ title, detail }: FoundSubject) => title || detail || t(`nameless_${kind}`);
  const put = (some: readonly FoundSubject[], wanted: boolean) => {
    const next = new Map(chosen);
    for (const subject of some) {
      if (wanted) next.set(subject.id, subject);
      else next.delete(subject.id);
    }
    onChange(next);
  };
  const names = shorten([...chosen.values()].map(nameOf).join(", "), mostNames);
  return (
    <div className={classes.picker}>
      <TextInput
        type="search"
        label={t(`search_${kind}`)}
        leftSection={<Search size={16} aria-hidden />}
        autoComplete="off"
        maxLength={200}
        data-autofocus
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && shown.length === 0 && (
        <p className={classes.quiet}>{words === "" ? t(`none_${kind}`) : t("noMatch", { words })}</p>
      )}
      {shown.length > 0 && (
        <>
          <Checkbox
            label={t("all")}
            checked={ticked === shown.length}
            indeterminate={ticked > 0 && ticked < shown.length}
            onChange={() => put(shown, ticked < shown.length)}
          />
          <ul className={classes.rows} aria-label={t("list")} aria-busy={found.isFetching}>
            {shown.map((subject) => (
              <li key={subject.id}>
                <Checkbox
                  classNames={{ root: classes.row ?? "", labelWrapper: classes.words ?? "" }}
                  label={nameOf(subject)}
                  description={subject.title ? subject.detail : undefined}
                  checked={chosen.has(subject.id)}
                  onChange={({ currentTarget }) => put([subject], currentTarget.checked)}
                />
              </li>
            ))}
          </ul>
          {found.data?.more && <p className={classes.quiet}>{t("more")}</p>}
        </>
      )}
      <div className={classes.chosen}>
        <p role="status" className={classes.quiet}>
          {chosen.size === 0 ? t("nothingChosen") : t("chosen", { count: chosen.size, names })}
        </p>
        {chosen.size > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(new Map())}>
            {t("clear")}
          </Button>
        )}
      </div>
    </div>
  );
}
