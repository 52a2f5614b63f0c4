import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import type { Point } from "../canvas/positionsOf.ts";
import classes from "./AtPlace.module.css";

interface Props {
  /** Where on screen its corner stands. */
  at: Point;
  width: number;
  label: string;
  padding?: number;
  onClose(): void;
  children: ReactNode;
}

/** A small dialog right where it belongs on the drawing. It has the keyboard until it is closed. */
export function AtPlace({ at, width, label, padding, onClose, children }: Props) {
  return (
    <Popover
      opened
      withRoles={false}
      position="bottom-start"
      trapFocus
      onDismiss={onClose}
      width={width}
      hideDetached={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <div className={classes.anchor} style={{ left: at.x, top: at.y }} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label} {...(padding === undefined ? {} : { p: padding })}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
