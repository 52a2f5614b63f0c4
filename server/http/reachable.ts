/** Whether other tools can reach an address from the internet: they call over TLS alone. */
export function reachable(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && !/^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname);
}
