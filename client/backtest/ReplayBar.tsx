import { Button, Select } from "@mantine/core";
import { ArrowLeft, ChevronLeft, ChevronRight, ChevronsLeft, Pause, Play } from "lucide-react";
import { useTranslation } from "react-i18next";
import { countWords } from "../canvas/share.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { focusAtOnce } from "../ui/focusAtOnce.ts";
import { durationWords } from "../ui/times.ts";
import { ToolIcon } from "../ui/ToolIcon.tsx";
import bar from "../ui/TopBar.module.css";
import { clockWords } from "./clockWords.ts";
import classes from "./ReplayBar.module.css";
import type { Replay } from "./useReplay.ts";

/** Over the locked canvas: whose conversation, the virtual clock, and forward and back. */
export function ReplayBar({ replay, onLeave }: { replay: Replay; onLeave(): void }) {
  const { t } = useTranslation("backtest");
  const { language } = useLanguage();
  const { replayed, run, runPlace, frame, frames, framePlace, atEnd, playing, move, play, chooseRun } = replay;
  const gone = run && frame ? frame.at - Date.parse(run.startedAt) : 0;
  return (
    <header className={bar.bar}>
      <Button
        size="xs"
        variant="default"
        leftSection={<ArrowLeft size={16} aria-hidden />}
        ref={focusAtOnce}
        onClick={onLeave}
      >
        {t("replayBack")}
      </Button>
      <h1 className={classes.title}>{replayed?.case.contactName || t("replayTitle")}</h1>
      {replayed && replayed.runs.length > 1 && (
        <Select
          size="xs"
          w={260}
          aria-label={t("run")}
          allowDeselect={false}
          data={replayed.runs.map(({ startedAt }, place) => ({
            value: String(place),
            label: t("runOf", {
              number: place + 1,
              total: replayed.runs.length,
              at: clockWords(Date.parse(startedAt), language),
            }),
          }))}
          value={String(runPlace)}
          onChange={(chosen) => chooseRun(Number(chosen))}
        />
      )}
      {frame && (
        <div className={classes.end}>
          <p className={classes.clock}>
            <time dateTime={new Date(frame.at).toISOString()}>{clockWords(frame.at, language)}</time>
            {gone > 0 && <span> – {t("later", { time: durationWords(gone, language, "long") })}</span>}
          </p>
          <span className={classes.place}>
            {t("place", {
              number: countWords(framePlace + 1, language),
              total: countWords(frames.length, language),
            })}
          </span>
          <div className={classes.tools}>
            <ToolIcon
              name={t("first")}
              Icon={ChevronsLeft}
              disabled={framePlace === 0}
              onClick={() => move(-Infinity)}
            />
            <ToolIcon name={t("back")} Icon={ChevronLeft} disabled={framePlace === 0} onClick={() => move(-1)} />
            <ToolIcon
              name={playing ? t("pause") : t("play")}
              Icon={playing ? Pause : Play}
              disabled={frames.length < 2}
              onClick={play}
            />
            <ToolIcon name={t("forward")} Icon={ChevronRight} disabled={atEnd} onClick={() => move(1)} />
          </div>
        </div>
      )}
    </header>
  );
}
