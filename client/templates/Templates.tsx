import { Button, Stack, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { templateGroups } from "#shared/templates/groups.ts";
import { templates } from "#shared/templates/manifest.ts";
import { query } from "../api/query.ts";
import { useCreateWorkflow } from "../api/useCreateWorkflow.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { FoundInConversations } from "../suggestions/FoundInConversations.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { searchTemplates } from "./searchTemplates.ts";
import { TemplateCard } from "./TemplateCard.tsx";
import classes from "./Templates.module.css";

/** Every template there is, by what it is about; one press makes a workflow of it and opens the editor. */
export function Templates() {
  const { t } = useTranslation("templates");
  const { language, pick } = useLanguage();
  const [search, setSearch] = useState("");
  const known = useQuery(query("getLists", {}));
  // Before they were first fetched they are empty, which does not mean that the workspace has nothing.
  const lists = known.data?.refreshedAt ? known.data.lists : null;
  const create = useCreateWorkflow();
  const sections = searchTemplates(templates, search, language);
  const count = sections.reduce((sum, section) => sum + section.templates.length, 0);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Stack gap="lg">
        <FoundInConversations />
        <search className={classes.search}>
          <TextInput
            aria-label={t("search")}
            placeholder={t("search")}
            leftSection={<Search size={16} aria-hidden />}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
          <span role="status" className={`tabular ${classes.count}`}>
            {t("found", { count })}
          </span>
        </search>
        {create.error && <Trouble error={create.error} />}
        {known.isError && <Trouble error={known.error} onRetry={() => void known.refetch()} />}
        {count === 0 && (
          <EmptyState title={t("none")} help={t("noneHelp")}>
            <Button variant="default" onClick={() => setSearch("")}>
              {t("clear")}
            </Button>
          </EmptyState>
        )}
        {sections.map(({ group, templates: own }) => (
          <section key={group} aria-labelledby={`templates-${group}`}>
            <Title order={2} id={`templates-${group}`} className={classes.group ?? ""}>
              {pick(templateGroups[group])}
            </Title>
            <ul className={classes.cards}>
              {own.map((template) => (
                <TemplateCard
                  key={template.id}
                  template={template}
                  lists={lists}
                  disabled={create.isPending || known.isPending}
                  onUse={() =>
                    create.mutate({ name: pick(template.name), document: template.document(language, lists) })
                  }
                />
              ))}
            </ul>
          </section>
        ))}
      </Stack>
    </Page>
  );
}
