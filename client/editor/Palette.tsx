import { TextInput } from "@mantine/core";
import { ChevronRight, Search } from "lucide-react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import type { NodeType } from "#shared/nodes/define.ts";
import { groups } from "#shared/nodes/group.ts";
import { exitOf } from "../canvas/lineId.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { NodeIcon } from "../ui/NodeIcon.tsx";
import type { Desk } from "./desk.ts";
import type { EditorActions } from "./editorActions.ts";
import classes from "./Palette.module.css";
import { searchSteps } from "./searchSteps.ts";
import { useFolds } from "./useFolds.ts";
import { type DraggedStep, usePaletteDrag } from "./usePaletteDrag.ts";

interface Props {
  desk: Desk;
  actions: EditorActions;
  /** Called when a step has left the palette. */
  onTaken?: () => void;
}

/** Every step there is: dragged on to the canvas, or added behind the selected step by click or Enter. */
export function Palette({ desk, actions, onTaken }: Props) {
  const { t } = useTranslation("editor");
  const { language, pick } = useLanguage();
  const [search, setSearch] = useState("");
  const folds = useFolds();
  const taking = useStore(desk.view, (view) => view.taking);
  const drag = usePaletteDrag({
    onOver(step, at) {
      const line = step.kind === "trigger" ? null : (desk.canvas()?.lineUnder(at) ?? null);
      if (line !== taking) desk.view.setState({ taking: line });
    },
    onDrop(step, at) {
      const place = desk.canvas()?.toCanvas(at);
      if (!place) return;
      actions.drop(step.type, place, taking === null ? null : exitOf(taking));
      onTaken?.();
    },
    onEnd: () => desk.view.setState({ taking: null }),
  });
  const found = searchSteps(nodeTypes, search, language);
  const add = ({ type }: NodeType, byKey: boolean) => {
    if (drag.ateClick()) return;
    actions.add(type, byKey);
    onTaken?.();
  };
  return (
    <aside className={classes.palette} aria-label={t("palette")}>
      <div className={classes.search}>
        <TextInput
          type="search"
          aria-label={t("searchSteps")}
          placeholder={t("searchSteps")}
          leftSection={<Search size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      <div className={classes.list}>
        {found.map(({ group, steps }) => {
          const open = search.trim() !== "" || folds.isOpen(group);
          return (
            <section key={group} aria-labelledby={`palette-${group}`}>
              <h2 className={classes.heading} id={`palette-${group}`}>
                <button
                  type="button"
                  className={classes.fold}
                  aria-expanded={open}
                  disabled={search.trim() !== ""}
                  onClick={() => folds.toggle(group)}
                >
                  <ChevronRight size={14} aria-hidden className={classes.chevron} />
                  {pick(groups[group])}
                </button>
              </h2>
              {open && (
                <ul className={classes.steps}>
                  {steps.map((step) => (
                    <li key={step.type}>
                      <button
                        type="button"
                        className={classes.step}
                        title={pick(step.help)}
                        {...drag.handlersFor(step)}
                        onClick={(event) => add(step, event.detail === 0)}
                      >
                        <span className={classes.icon} style={{ color: `var(--sb-${step.group})` }}>
                          <NodeIcon name={step.icon} size={18} />
                        </span>
                        {pick(step.label)}
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
        {found.length === 0 && <p className={classes.none}>{t("noStepFound")}</p>}
      </div>
      {drag.dragged && createPortal(<Ghost {...drag.dragged} />, document.body)}
    </aside>
  );
}

/** The pointer holds the card by its corner, so that the line under it stays in sight. */
const held = 6;

function Ghost({ step, at }: DraggedStep) {
  const { pick } = useLanguage();
  return (
    <div className={classes.ghost} aria-hidden style={{ transform: `translate(${at.x + held}px, ${at.y + held}px)` }}>
      <div className={classes.ghostHead}>
        <span className={classes.icon} style={{ color: `var(--sb-${step.group})` }}>
          <NodeIcon name={step.icon} size={18} />
        </span>
        {pick(step.label)}
      </div>
      <div className={classes.ghostHelp}>{pick(step.help)}</div>
    </div>
  );
}
