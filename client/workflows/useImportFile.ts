import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { routes } from "#shared/api/routes.ts";
import { WorkflowFile } from "#shared/workflow/document.ts";
import { call } from "../api/call.ts";
import { Refusal } from "../api/refusal.ts";

const largestBytes = 5_000_000;

const refuse = (name: string, en: string, es: string) =>
  new Refusal(422, {
    code: "invalid",
    what: { en: `“${name}” ${en}`, es: `«${name}» ${es}` },
    todo: {
      en: "Choose a file that “Export file” of this or another Switchboard saved. Nothing was imported.",
      es: "Elige un archivo guardado con «Exportar archivo» en este u otro Switchboard. No se ha importado nada.",
    },
  });

/** Reads a file as a workflow. @throws Refusal in words, naming the file. */
async function readWorkflow(file: File): Promise<WorkflowFile> {
  if (file.size > largestBytes)
    throw refuse(file.name, "is too large to be a workflow.", "es demasiado grande para ser un flujo.");
  const content: unknown = await file
    .text()
    .then(JSON.parse)
    .catch(() => null);
  const workflow = WorkflowFile.safeParse(content);
  if (!workflow.success) throw refuse(file.name, "is not a workflow file.", "no es un archivo de flujo.");
  return workflow.data;
}

/** Creates a workflow from a file that was exported, and opens it in the editor. */
export function useImportFile() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (file: File) => call(routes.importWorkflow, { body: await readWorkflow(file) }),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ["listWorkflows"] });
      await navigate(`/workflows/${id}`);
    },
  });
}
