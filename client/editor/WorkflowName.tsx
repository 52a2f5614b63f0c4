import { TextInput, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { notifyRefusal } from "./notifyRefusal.ts";
import classes from "./TopBar.module.css";

/** The workflow's name; a click makes it a field. Enter or leaving keeps the new name, Escape the old one. */
export function WorkflowName({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation("editor");
  const client = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const params = { id };
  const rename = useMutation({
    mutationFn: (wanted: string) => call(routes.renameWorkflow, { params, body: { name: wanted } }),
    onSuccess(detail) {
      client.setQueryData(
        query("getWorkflow", { params }).queryKey,
        (before) => before && { ...before, name: detail.name },
      );
      void client.invalidateQueries({ queryKey: ["listWorkflows"] });
    },
    onError: (error) => notifyRefusal(t("renameFailed"), error),
  });
  const finish = () => {
    const wanted = typed?.trim();
    if (wanted && wanted !== name) rename.mutate(wanted);
    setTyped(null);
  };
  if (typed !== null)
    return (
      <TextInput
        size="xs"
        w={240}
        autoFocus
        aria-label={t("workflowName")}
        maxLength={120}
        value={typed}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === "Enter") finish();
          if (event.key === "Escape") setTyped(null);
        }}
      />
    );
  const shown = rename.isPending ? rename.variables : name;
  return (
    <h1 className={classes.title}>
      <UnstyledButton className={classes.name ?? ""} title={t("rename")} onClick={() => setTyped(name)}>
        <span className={classes.nameText}>{shown}</span>
        <Pencil size={13} aria-hidden />
      </UnstyledButton>
    </h1>
  );
}
