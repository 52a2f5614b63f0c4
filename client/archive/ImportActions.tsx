import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Import } from "#shared/api/archive.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { DeleteImportDialog } from "./DeleteImportDialog.tsx";
import classes from "./Imports.module.css";

/** Stop or resume an import, read what has changed since, delete it. */
export function ImportActions({ import: given }: { import: Import }) {
  const { t } = useTranslation("archive");
  const client = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const { id, name, state } = given;
  const turn = useMutation({
    mutationFn: (how: "stop" | "resume" | "update") =>
      call({ stop: routes.stopImport, resume: routes.resumeImport, update: routes.updateImport }[how], {
        params: { id },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ["getArchive"] }),
  });
  const button = (how: "stop" | "resume" | "update") => (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t(`${how}Named`, { name })}
      loading={turn.isPending}
      onClick={() => turn.mutate(how)}
    >
      {t(how)}
    </Button>
  );
  return (
    <>
      <span className={classes.actions}>
        {(state === "running" || state === "waiting") && button("stop")}
        {(state === "stopped" || state === "failed") && button("resume")}
        {state === "done" && given.canUpdate && button("update")}
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          c="var(--sb-bad)"
          aria-label={t("deleteNamed", { name })}
          onClick={() => setDeleting(true)}
        >
          {t("delete")}
        </Button>
      </span>
      {turn.error && <Trouble error={turn.error} />}
      {deleting && <DeleteImportDialog import={given} onClose={() => setDeleting(false)} />}
    </>
  );
}
