/** Hands the person a file to keep, as a download. Characters that file names cannot have become "-". */
export function saveFile(name: string, content: string, type = "application/json"): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, "-");
  link.click();
  URL.revokeObjectURL(address);
}
