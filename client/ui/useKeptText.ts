import { useState } from "react";

const place = (key: string) => `switchboard.text.${key}`;

/** Storage may be full or forbidden; then the text lives only as long as the screen. */
function keep(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(place(key));
    else sessionStorage.setItem(place(key), text);
  } catch {
    return;
  }
}

function kept(key: string): string {
  try {
    return sessionStorage.getItem(place(key)) ?? "";
  } catch {
    return "";
  }
}

/** A text being typed that outlives the screen: it is there again after looking elsewhere or loading anew. Give the component the same React `key`. */
export function useKeptText(key: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => kept(key));
  return [
    text,
    (typed) => {
      keep(key, typed);
      setText(typed);
    },
  ];
}
