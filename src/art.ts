/**
 * A card in outline: rectangles of `left, top, width, height, radius` in px on a card of 192 × 121, and `ink` for one in
 * the accent's colour or `ring` for a frame. A radius may be text: `18px 18px 6px 6`.
 */
export type Art = Array<
  [left: number, top: number, width: number, height: number, radius: number | string, look?: 'ink' | 'ring']
>
