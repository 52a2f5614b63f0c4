import { Button, CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Where } from "#shared/api/backtests.ts";
import type { Speech } from "#shared/language/speech.ts";
import type { Cards } from "../canvas/card.ts";
import { countWords } from "../canvas/share.ts";
import { focusAtOnce } from "../ui/focusAtOnce.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { CaseRow } from "./CaseRow.tsx";
import classes from "./CasesPanel.module.css";
import type { ToCount } from "./createCounting.ts";
import { useCases } from "./useCases.ts";
import { useCounted } from "./useCounted.ts";
import type { Simulation } from "./useSimulation.ts";
import { useWhereWords } from "./useWhereWords.ts";

interface Props {
  simulation: Simulation;
  where: Where;
  cards: Cards;
  speech: Speech;
  /** The conversation that was gone through last: the keyboard goes back to it. */
  last: string | null;
  onChoose(conversation: string): void;
  onClose(): void;
}

/** The conversations behind a number, newest first, each with why it is among them. */
export function CasesPanel({ simulation, where, cards, speech, last, onChoose, onClose }: Props) {
  const { t } = useTranslation("backtest");
  const wordsOf = useWhereWords(cards, speech);
  const { workflow } = simulation;
  const { of, round, stale } = useCounted(simulation, (counted) => counted);
  const title = wordsOf(where);
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.title} tabIndex={-1} ref={last === null ? focusAtOnce : undefined}>
          {title}
        </h2>
        <CloseButton aria-label={t("close")} onClick={onClose} />
      </header>
      {of ? (
        <div className={classes.body} data-stale={stale}>
          <List {...{ workflow, round, where, speech, last, onChoose }} document={of.document} slice={of.slice} />
        </div>
      ) : (
        <Waiting />
      )}
    </section>
  );
}

type ListProps = Pick<Props, "where" | "speech" | "last" | "onChoose"> &
  Pick<ToCount, "document" | "slice"> & { workflow: string; round: number };

function List({ workflow, document, slice, round, where, speech, last, onChoose }: ListProps) {
  const { t } = useTranslation("backtest");
  const list = useCases(workflow, { document, slice }, round, where);
  const [first] = list.data?.pages ?? [];
  if (list.error) return <Trouble error={list.error} onRetry={() => void list.refetch()} />;
  if (!first) return <Waiting />;
  if (first.total === 0) return <p className={classes.quiet}>{t("listNone")}</p>;
  return (
    <>
      <p className={classes.quiet} role="status">
        {t("listTotal", { count: first.total, number: countWords(first.total, speech.language) })}. {t("listHelp")}
      </p>
      <ol className={classes.rows}>
        {list.data?.pages.flatMap(({ cases }) =>
          cases.map((each) => (
            <CaseRow
              key={each.id}
              shown={each}
              speech={speech}
              focus={each.id === last}
              onChoose={() => onChoose(each.id)}
            />
          )),
        )}
      </ol>
      {list.hasNextPage && (
        <Button
          m={16}
          size="xs"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("listMore")}
        </Button>
      )}
    </>
  );
}
