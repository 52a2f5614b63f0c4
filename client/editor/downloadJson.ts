import { fold } from "#shared/language/text.ts";

/** Gives the browser a file to save, named after what is in it. */
export function downloadJson(content: unknown, name: string): void {
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = `${
    fold(name)
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "workflow"
  }.json`;
  link.click();
  URL.revokeObjectURL(address);
}
