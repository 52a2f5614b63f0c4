import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { Import } from "#shared/api/archive.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { LossDialog } from "../ui/LossDialog.tsx";
import { useNotice } from "../ui/useNotice.ts";
import { useRenewArchive } from "./useRenewArchive.ts";

/** Says how many conversations go with an import, and that they can be imported again. */
export function DeleteImportDialog({ import: { id, name, holds }, onClose }: { import: Import; onClose(): void }) {
  const { t } = useTranslation("archive");
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const notice = useNotice();
  const renew = useRenewArchive();
  const remove = useMutation({
    mutationFn: () => call(routes.deleteImport, { params: { id } }),
    onSuccess: async () => {
      notice(t("deleted", { name }));
      if (pathname !== "/archive/imports") await navigate("/archive/imports", { replace: true });
      await renew();
    },
  });
  return (
    <LossDialog
      title={t("deleteTitle", { name })}
      losses={[t("deleteCount", { count: holds }), t("deleteHelp")]}
      label={t("deleteDo", { count: holds })}
      remove={remove}
      onClose={onClose}
    />
  );
}
