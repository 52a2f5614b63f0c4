import { createStore } from "zustand";
import type { Where } from "#shared/api/backtests.ts";
import type { Stepping } from "../backtest/useReplay.ts";
import type { Point } from "../canvas/positionsOf.ts";
import type { ExitPlace } from "../draft/edits.ts";

export type Dialog = "publish" | "versions" | "byHand" | "delete";

/** What is on screen beside the drawing. Never saved, never undone. */
export interface EditorView {
  /** Ids of steps and lines. */
  selection: ReadonlySet<string>;
  /** The step whose settings were closed while it stays selected. */
  closed: string | null;
  /** A setting to bring into view; the nonce makes the same one count twice. */
  focusField: { node: string; field: string; nonce: number } | null;
  /** The search for a step to add: behind which exit, where on screen, and where the step is to stand. */
  search: { exit: ExitPlace | null; at: Point; place: Point | null } | null;
  /** The step whose "Connect to" menu is open. */
  connecting: string | null;
  renaming: string | null;
  dialog: Dialog | null;
  /** The line that a step dragged from the palette would be taken into. */
  taking: string | null;
  paletteOpen: boolean;
  /** The number of the simulation whose conversations are listed. */
  looking: Where | null;
  /** The past conversation that is gone through on the canvas, which is locked meanwhile; and the one before it. */
  stepping: Stepping | null;
  stepped: string | null;
  said: string;
}

export type ViewStore = ReturnType<typeof createView>;

export const createView = () =>
  createStore<EditorView>(() => ({
    selection: new Set(),
    closed: null,
    focusField: null,
    search: null,
    connecting: null,
    renaming: null,
    dialog: null,
    taking: null,
    paletteOpen: false,
    looking: null,
    stepping: null,
    stepped: null,
    said: "",
  }));
