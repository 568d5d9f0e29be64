"use client";

import {
  memo,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import classes from "./goods.module.css";

/** Moves the focus into the grid. */
export interface TileGridHandle {
  readonly focusFirst: () => void;
}

interface Props<Item> {
  readonly handle: Ref<TileGridHandle>;
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Renders a button. */
  readonly render: (item: Item, props: TileProps) => ReactNode;
}

export interface TileProps {
  readonly tabIndex: 0 | -1;
  readonly "data-index": number;
}

/** Room for the outline of what has the focus. */
const EDGE = 2;
const OVERSCAN_ROWS = 1;

/** Tiles in rows, of which only those in view are in the page: a shop has thousands. Arrow keys move between them. */
function Grid<Item>({ handle, label, items, keyOf, render }: Props<Item>) {
  const box = useRef<HTMLDivElement>(null);
  const size = useGridSize(box);
  const [firstRow, setFirstRow] = useState(0);
  const [active, setActive] = useState(0);
  // A new object each time: the tile that is wanted may be the one that was wanted before.
  const [wanted, setWanted] = useState<{ readonly index: number } | undefined>(undefined);
  const rows = Math.ceil(items.length / size.columns);
  const shownRows = Math.ceil(size.height / size.rowHeight) + 2 * OVERSCAN_ROWS;
  const from = Math.max(0, Math.min(firstRow - OVERSCAN_ROWS, rows - shownRows));
  const to = Math.min(rows, from + shownRows);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useLayoutEffect(() => {
    box.current?.scrollTo({ top: 0 });
    setFirstRow(0);
    setActive(0);
  }, [items]);

  const focus = useCallback(
    (index: number) => {
      const element = box.current;
      if (element === null || index < 0 || index >= items.length) return;
      const top = Math.floor(index / size.columns) * size.rowHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      if (top + size.rowHeight > element.scrollTop + element.clientHeight)
        element.scrollTop = top + size.rowHeight - element.clientHeight;
      setFirstRow(Math.floor(element.scrollTop / size.rowHeight));
      setActive(index);
      setWanted({ index });
    },
    [items.length, size],
  );
  useFocusOn(box, wanted);
  useImperativeHandle(handle, () => ({ focusFirst: () => focus(0) }), [focus]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).dataset.index);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: size.columns, ArrowUp: -size.columns }[event.key];
    if (step === undefined || Number.isNaN(at)) return;
    event.preventDefault();
    focus(Math.min(items.length - 1, at + step));
  };
  const shown = items.slice(from * size.columns, to * size.columns);
  return (
    <div
      ref={box}
      className={classes.tiles}
      onScroll={({ currentTarget }) => setFirstRow(Math.floor(currentTarget.scrollTop / size.rowHeight))}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has no grid of its own */}
      <div
        className={classes.rows}
        role="group"
        style={{ paddingTop: EDGE + from * size.rowHeight, paddingBottom: EDGE + (rows - to) * size.rowHeight }}
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {shown.map((item, index) => {
          const position = from * size.columns + index;
          return (
            <Slot key={keyOf(item)} item={item} position={position} isActive={position === active} render={render} />
          );
        })}
      </div>
    </div>
  );
}

/** Once: when the grid is shown again after a payment, the focus stays where it is. */
function useFocusOn(box: React.RefObject<HTMLDivElement | null>, wanted: { readonly index: number } | undefined): void {
  const reached = useRef(wanted);
  useLayoutEffect(() => {
    if (wanted === reached.current) return;
    reached.current = wanted;
    box.current?.querySelector<HTMLElement>(`[data-index="${wanted?.index}"]`)?.focus({ preventScroll: true });
  }, [box, wanted]);
}

/** How the style sheet lays out the tiles in the width that there is. */
function useGridSize(box: React.RefObject<HTMLDivElement | null>) {
  const [size, setSize] = useState({ columns: 4, rowHeight: 106, height: 600 });
  const measured = useRef<Element>(undefined);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const rows = element.firstElementChild ?? element;
      const { gridTemplateColumns, gridAutoRows, rowGap } = getComputedStyle(rows);
      const rowHeight = Number.parseFloat(gridAutoRows) + Number.parseFloat(rowGap);
      const columns = Math.max(1, gridTemplateColumns.split(" ").length);
      setSize((before) =>
        before.columns === columns && before.rowHeight === rowHeight && before.height === element.clientHeight
          ? before
          : { columns, rowHeight, height: element.clientHeight },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Shown again after a payment it has its size already, and the observer reports another with the next frame.
    if (measured.current !== element) measure();
    measured.current = element;
    return () => observer.disconnect();
  }, [box]);
  return size;
}

interface SlotProps<Item> {
  readonly item: Item;
  readonly position: number;
  readonly isActive: boolean;
  readonly render: Props<Item>["render"];
}

function PlainSlot<Item>({ item, position, isActive, render }: SlotProps<Item>) {
  return render(item, {
    tabIndex: isActive ? 0 : -1,
    "data-index": position,
  });
}
const Slot = memo(PlainSlot) as typeof PlainSlot;

/** Rendered again only when its items change: the cart changes with every scan, tiles do not. */
export const TileGrid = memo(Grid) as typeof Grid;
