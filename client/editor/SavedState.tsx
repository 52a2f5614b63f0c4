import { Tooltip } from "@mantine/core";
import { Check, CloudOff, LoaderCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { Refusal } from "../api/refusal.ts";
import type { Autosave } from "../draft/autosave.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "./TopBar.module.css";

/** Whether the server has the draft, in words. */
export function SavedState({ autosave }: { autosave: Autosave }) {
  const { t } = useTranslation("editor");
  const { pick } = useLanguage();
  const state = useStore(autosave.state);
  if (state.kind === "saved")
    return (
      <span className={classes.saved}>
        <Check size={14} aria-hidden />
        {t("saved")}
      </span>
    );
  if (state.kind === "saving")
    return (
      <span className={classes.saved}>
        <LoaderCircle size={14} aria-hidden />
        {t("saving")}
      </span>
    );
  const why = state.kind === "unsaved" && state.error instanceof Refusal ? pick(state.error.problem.what) : "";
  return (
    <Tooltip label={`${why} ${t("unsavedHelp")}`} multiline w={280}>
      <span className={`${classes.saved} ${classes.unsaved}`} role="status" tabIndex={0}>
        <CloudOff size={14} aria-hidden />
        {t("unsaved")}
      </span>
    </Tooltip>
  );
}
