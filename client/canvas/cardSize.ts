/**
 * How large a card is, in canvas units. Known without measuring, so that the drawing can be laid out before it is shown and
 * lines stand at once. NodeCard.module.css keeps to these figures.
 */
export const cardWidth = 240;
export const headHeight = 84;
export const exitHeight = 28;
const footHeight = 6;
export const handleSize = 12;
/** From one column of cards to the next: room for a line and the "+" on it. */
export const columnWidth = cardWidth + 76;

/** A card with one way on shows no exits; with several, a row each. */
export const cardHeight = (exits: number): number =>
  exits > 1 ? headHeight + exits * exitHeight + footHeight : headHeight;

/** The middle of an exit, from the top of its card. */
export const exitMiddle = (index: number, exits: number): number =>
  exits > 1 ? headHeight + index * exitHeight + exitHeight / 2 : headHeight / 2;
