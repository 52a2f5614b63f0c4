import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { AppearanceChoice } from "../ui/AppearanceChoice.tsx";
import { Card } from "../ui/Card.tsx";
import { Facts } from "../ui/Facts.tsx";
import { LanguageChoice } from "../ui/LanguageChoice.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { LimitsCard } from "./LimitsCard.tsx";
import classes from "./Settings.module.css";

const description = "/api/openapi.json";

export function Settings() {
  const { t } = useTranslation("settings");
  const { t: frame } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const status = useQuery(query("status", {}));
  const signOut = useMutation({
    mutationFn: () => call(routes.signOut, {}),
    onSuccess: async () => {
      await navigate("/sign-in", { replace: true });
      client.clear();
    },
  });
  const person = status.data?.person;
  return (
    <Page title={t("title")}>
      <div className={classes.cards}>
        <Card title={frame("account")}>
          {person && (
            <Facts
              facts={[
                [t("name"), person.name],
                [t("email"), person.email],
              ]}
            />
          )}
          {signOut.error && <Trouble error={signOut.error} />}
          <div>
            <Button
              variant="default"
              leftSection={<LogOut size={16} aria-hidden />}
              loading={signOut.isPending}
              onClick={() => signOut.mutate()}
            >
              {frame("signOut")}
            </Button>
          </div>
        </Card>
        <Card title={frame("language")}>
          <p>{t("languageHelp")}</p>
          <div>
            <LanguageChoice />
          </div>
        </Card>
        <Card title={frame("appearance")}>
          <p>{t("appearanceHelp")}</p>
          <div>
            <AppearanceChoice />
          </div>
        </Card>
        <LimitsCard />
        <Card title={t("api")}>
          <p>{t("apiHelp")}</p>
          <p>
            <a className={classes.link} href={description}>
              {t("apiLink")}
            </a>
          </p>
        </Card>
      </div>
    </Page>
  );
}
