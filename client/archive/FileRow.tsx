import { ActionIcon, Button, Progress } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { sizeWords } from "../ui/sizeWords.ts";
import type { QueuedFile } from "./fileQueue.ts";
import classes from "./Imports.module.css";
import { useFileQueue } from "./useFileQueue.ts";

/** A file on its way to the server: what it waits for, or how much of it is there. */
export function FileRow({ queued: { key, file, now } }: { queued: QueuedFile }) {
  const { t } = useTranslation("archive");
  const { language, pick } = useLanguage();
  const { again, remove } = useFileQueue();
  const percent = now.step === "sending" ? Math.floor(now.share * 100) : 0;
  return (
    <div className={classes.file}>
      <div className={classes.line}>
        <span className={classes.name}>{file.name}</span>
        <span className={`${classes.quiet} tabular`}>
          {sizeWords(file.size, language)}
          {now.step === "looking" && ` · ${t("looking")}`}
          {now.step === "waits" && ` · ${t("waitsTurn")}`}
          {now.step === "sending" && ` · ${t("sent", { percent })}`}
        </span>
        <ActionIcon
          className={classes.end ?? ""}
          variant="subtle"
          color="gray"
          aria-label={t("removeFile", { name: file.name })}
          title={t("removeFile", { name: file.name })}
          onClick={() => remove(key)}
        >
          <X size={16} aria-hidden />
        </ActionIcon>
      </div>
      {now.step === "sending" && <Progress value={percent} aria-label={t("sending", { name: file.name })} />}
      {now.step === "asks" && (
        <div className={classes.line}>
          <span>{t("isTable")}</span>
          <Button component={Link} size="xs" to={`/archive/columns/${key}`}>
            {t("toColumns")}
          </Button>
        </div>
      )}
      {now.step === "unknown" && (
        <Callout tone="bad" title={pick(now.what)}>
          <p>{pick(now.todo)}</p>
        </Callout>
      )}
      {now.step === "failed" && <Trouble error={now.error} onRetry={() => void again(key)} />}
    </div>
  );
}
