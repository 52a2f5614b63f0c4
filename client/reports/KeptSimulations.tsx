import { ActionIcon, Button, Checkbox, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { routes } from "#shared/api/routes.ts";
import type { Simulation } from "#shared/api/simulations.ts";
import { call } from "../api/call.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { shortTime } from "../ui/times.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { agreementShare } from "./agreementShare.ts";
import classes from "./Reports.module.css";
import { useFigures } from "./useFigures.ts";
import { useVersionName } from "./useVersionName.ts";

interface Props {
  workflow: string;
  simulations: readonly Simulation[];
  onCompare(chosen: readonly string[]): void;
}

/** What was simulated, newest first: to open, to compare two of, and to delete. */
export function KeptSimulations({ workflow, simulations, onCompare }: Props) {
  const { t } = useTranslation("reports");
  const { language } = useLanguage();
  const { count, percent } = useFigures();
  const versionName = useVersionName();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [deleting, setDeleting] = useState<Simulation | null>(null);
  const remove = useMutation({
    mutationFn: (simulation: string) => call(routes.deleteSimulation, { params: { id: workflow, simulation } }),
    async onSuccess() {
      setDeleting(null);
      await client.invalidateQueries({ queryKey: ["listSimulations"] });
    },
  });
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id].slice(-2));
  const nameOf = (simulation: Simulation) =>
    `${versionName(simulation)}, ${shortTime(Date.parse(simulation.madeAt), language)}`;
  return (
    <Card title={t("kept")}>
      <div className={classes.scroll}>
        <Table className={classes.table ?? ""}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th>{t("made")}</Table.Th>
              <Table.Th>{t("madeBy")}</Table.Th>
              <Table.Th>{t("conversations")}</Table.Th>
              <Table.Th>{t("acted")}</Table.Th>
              <Table.Th>{t("agreed")}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {simulations.map((simulation) => {
              const share = agreementShare(simulation.report);
              return (
                <Table.Tr key={simulation.id}>
                  <Table.Td>
                    <Checkbox
                      aria-label={t("choose", { what: nameOf(simulation) })}
                      checked={chosen.includes(simulation.id)}
                      onChange={() => toggle(simulation.id)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Link className={classes.figure} to={`/workflows/${workflow}/simulations/${simulation.id}`}>
                      {nameOf(simulation)}
                    </Link>
                  </Table.Td>
                  <Table.Td>{simulation.madeBy}</Table.Td>
                  <Table.Td>{count(simulation.report.total)}</Table.Td>
                  <Table.Td>{count(simulation.report.load[0]?.count ?? 0)}</Table.Td>
                  <Table.Td>{share === null ? "–" : percent(share)}</Table.Td>
                  <Table.Td>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t("deleteThis", { when: nameOf(simulation) })}
                      onClick={() => setDeleting(simulation)}
                    >
                      <Trash2 size={16} aria-hidden />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
      {simulations.length > 1 && (
        <Group>
          <Button size="xs" variant="default" disabled={chosen.length !== 2} onClick={() => onCompare(chosen)}>
            {t("compare")}
          </Button>
          <span className={classes.quiet}>{t("compareHelp")}</span>
        </Group>
      )}
      {deleting && (
        <Modal
          opened
          onClose={() => setDeleting(null)}
          title={t("deleteThis", { when: nameOf(deleting) })}
          closeButtonProps={{ "aria-label": t("close") }}
        >
          <Stack>
            <Text>{t("deleteHelp")}</Text>
            {remove.error && <Trouble error={remove.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setDeleting(null)}>
                {t("cancel")}
              </Button>
              <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(deleting.id)}>
                {t("delete")}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </Card>
  );
}
