import { Button, Kbd, Popover, Table } from "@mantine/core";
import { Keyboard } from "lucide-react";
import { useTranslation } from "react-i18next";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys of the editor. */
export function KeyboardHelp() {
  const { t } = useTranslation("editor");
  const command = isMac ? "⌘" : "Ctrl";
  const keys: readonly (readonly [string, readonly string[]])[] = [
    [t("keyTravel"), ["Tab"]],
    [t("keyOpen"), [t("keyEnter")]],
    [t("keyMove"), ["←", "↑", "→", "↓"]],
    [t("keyAdd"), ["A"]],
    [t("keyConnect"), ["C"]],
    [t("keyRename"), ["F2"]],
    [t("keyDelete"), [t("keyDel")]],
    [t("keyUndo"), [command, "Z"]],
    [t("keyRedo"), [command, t("keyShift"), "Z"]],
    [t("keyCopy"), [command, "C / X / V"]],
    [t("keyDuplicate"), [command, "D"]],
    [t("keyAll"), [command, "A"]],
    [t("keyBox"), [t("keyShift"), t("keyDrag")]],
    [t("keyFit"), ["1"]],
  ];
  return (
    <Popover position="top-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="subtle" color="gray" leftSection={<Keyboard size={16} aria-hidden />}>
          {t("keyboard")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("keyboard")} tabIndex={0} data-autofocus>
        <Table verticalSpacing={4} horizontalSpacing={4} fz={12} withRowBorders={false}>
          <Table.Tbody>
            {keys.map(([what, pressed]) => (
              <Table.Tr key={what}>
                <Table.Td>{what}</Table.Td>
                <Table.Td ta="right">
                  {pressed.map((key) => (
                    <Kbd key={key} size="xs" ml={4}>
                      {key}
                    </Kbd>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
