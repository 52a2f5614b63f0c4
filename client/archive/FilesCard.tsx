import { Button, FileButton } from "@mantine/core";
import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../ui/Card.tsx";
import { FileRow } from "./FileRow.tsx";
import classes from "./Imports.module.css";
import { isBusy } from "./fileQueue.ts";
import { useFileQueue } from "./useFileQueue.ts";

const accepted = ".jsonl,.ndjson,.json,.gz,.csv,.tsv,.txt,application/gzip,application/json,text/csv";

/** From files, dropped or chosen, one or several; what kind they are is seen from what they hold. */
export function FilesCard() {
  const { t } = useTranslation("archive");
  const { files, add } = useFileQueue();
  const reset = useRef<() => void>(null);
  const [over, setOver] = useState(false);
  const take = (chosen: readonly File[]) => {
    // So that the same file can be chosen again.
    reset.current?.();
    void add(chosen);
  };
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <Card title={t("filesTitle")}>
      <div
        className={classes.drop}
        data-over={over}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take([...event.dataTransfer.files]);
        }}
      >
        <FileUp size={24} aria-hidden />
        <p>{t("drop")}</p>
        <FileButton
          multiple
          resetRef={reset}
          accept={accepted}
          onChange={take}
          inputProps={{ "aria-label": t("chooseFiles") }}
        >
          {({ onClick }) => (
            <Button variant="default" onClick={onClick}>
              {t("chooseFiles")}
            </Button>
          )}
        </FileButton>
      </div>
      <ul className={classes.kinds}>
        <li>{t("kindIntercom")}</li>
        <li>{t("kindTable")}</li>
      </ul>
      {files.length > 0 && (
        <ul className={classes.rows} aria-label={t("filesChosen")}>
          {files.map((queued) => (
            <li key={queued.key} className={classes.row}>
              <FileRow queued={queued} />
            </li>
          ))}
        </ul>
      )}
      {isBusy(files) && <p className={classes.quiet}>{t("keepOpen")}</p>}
    </Card>
  );
}
