import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { routes } from "#shared/api/routes.ts";
import { joinWords } from "#shared/language/text.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { LossDialog } from "../ui/LossDialog.tsx";
import { useNotice } from "../ui/useNotice.ts";
import { useRenewArchive } from "./useRenewArchive.ts";

interface Props {
  person: { contact: string } | { email: string };
  name: string;
  onClose(): void;
}

/** Says how many conversations of a person will be deleted, and deletes them. */
export function ForgetDialog({ person, name, onClose }: Props) {
  const { t } = useTranslation("archive");
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const notice = useNotice();
  const renew = useRenewArchive();
  const found = useQuery({ ...query("findPerson", { query: person }), staleTime: 0 });
  const remove = useMutation({
    mutationFn: () => call(routes.removePerson, { body: person }),
    onSuccess: async ({ removed }) => {
      notice(t("forgotten", { count: removed, name }));
      if (pathname.startsWith("/archive/conversations")) await navigate("/archive", { replace: true });
      await renew();
    },
  });
  const count = found.data?.conversations ?? 0;
  const names = found.data?.names ?? [];
  return (
    <LossDialog
      title={t("forgetTitle", { name })}
      losses={[
        found.data ? t("forgetCount", { count }) : t("counting"),
        ...(names.length > 1 ? [t("forgetNames", { names: joinWords(names, t("and")) })] : []),
        t("forgetWhat"),
        t("forgetAgain"),
      ]}
      label={found.data ? t("forgetDo", { count }) : t("forgetDoYet")}
      remove={remove}
      waits={!found.data}
      error={found.error}
      onClose={onClose}
    />
  );
}
