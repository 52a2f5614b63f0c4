import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Archive } from "#shared/api/archive.ts";
import classes from "./ArchiveList.module.css";
import { useRenewArchive } from "./useRenewArchive.ts";

interface Props {
  archive: Archive;
  /** How many there were when the list was read. */
  stood: number;
}

/** Says that an import has brought more since the list was read, and shows them when asked to. An empty list fills by itself. */
export function HasCome({ archive: { conversations }, stood }: Props) {
  const { t } = useTranslation("archive");
  const renew = useRenewArchive();
  const isFirst = stood === 0 && conversations > 0;
  useEffect(() => {
    if (isFirst) void renew();
  }, [isFirst, renew]);
  if (stood === conversations || isFirst) return null;
  const count = Math.abs(conversations - stood);
  return (
    <div className={classes.come} role="status">
      <span>{t(conversations > stood ? "hasCome" : "hasGone", { count })}</span>
      <Button size="compact-xs" variant="light" onClick={() => void renew()}>
        {t("showNow")}
      </Button>
    </div>
  );
}
