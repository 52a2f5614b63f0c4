import { Button, Group, List, Stack, Text } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Got } from "#shared/api/route.ts";
import type { routes } from "#shared/api/routes.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";

type Props = Got<typeof routes.importNativeWorkflow> & { onClose: () => void };

/** What came over from Intercom, and what has to be looked at, each with the step where it is seen. */
export function ImportedNotes({ workflow: { id, name, draft }, notes, onClose }: Props) {
  const { t } = useTranslation("workflows");
  const { t: frame } = useTranslation();
  const { pick } = useLanguage();
  const { nodes } = draft.document;
  // What was pressed is gone: the keyboard goes on where the way goes on.
  const onward = useCallback((link: HTMLAnchorElement | null) => link?.focus(), []);
  const nameOf = (node: string | undefined): string | null => {
    const step = nodes.find((each) => each.id === node);
    const spec = registry.get(step?.type ?? "");
    return step?.name ?? (spec ? pick(spec.label) : null);
  };
  return (
    <Stack>
      <div role="status">
        <Callout tone={notes.length > 0 ? "warn" : "good"} title={t("nativeDone", { name, count: nodes.length })}>
          <p>{notes.length > 0 ? t("nativeNotes") : t("nativeWhole")}</p>
        </Callout>
      </div>
      {notes.length > 0 && (
        <List spacing="xs">
          {notes.map(({ text, node }) => (
            <List.Item key={`${node ?? ""} ${text.en}`}>
              {nameOf(node) !== null && (
                <Text span fw={600}>
                  {nameOf(node)}:{" "}
                </Text>
              )}
              {pick(text)}
            </List.Item>
          ))}
        </List>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {frame("close")}
        </Button>
        <Button component={Link} to={`/workflows/${id}`} ref={onward}>
          {t("nativeOpen")}
        </Button>
      </Group>
    </Stack>
  );
}
