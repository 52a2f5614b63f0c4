/** Hands the person a JSON file to keep, as a download. Characters that file names cannot have become "-". */
export function saveFile(name: string, json: string): void {
  const address = URL.createObjectURL(new Blob([`${json}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, "-");
  link.click();
  URL.revokeObjectURL(address);
}
