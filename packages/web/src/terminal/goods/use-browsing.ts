"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { CatalogState } from "../catalog/catalog.ts";
import type { Tile } from "../catalog/catalog-index.ts";
import { useCatalog } from "../use-catalog.ts";
import { whenIdle } from "../when-idle.ts";
import { keepFavourites, loadFavourites, shownFirst, withPin, withSold } from "./favourites.ts";
import { type Shown, shownGoods, type View } from "./shown-goods.ts";
import type { TileGridHandle } from "./tile-grid.tsx";
import { typedCode } from "./typed-code.ts";

/** Which goods are on the screen: the same object until something of it changes. */
export interface Browsing {
  readonly catalog: CatalogState;
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What is searched for; empty: nothing. */
  readonly search: string;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly opened: Tile | undefined;
  readonly open: (tile: Tile | undefined) => void;
  readonly shown: readonly Shown[];
  /** How many variants a search has found. */
  readonly count: number;
  readonly grid: React.RefObject<TileGridHandle | null>;
  readonly pinned: readonly string[];
  readonly hasFavourites: boolean;
  readonly pin: (productId: string) => void;
  readonly isPinning: boolean;
  readonly setPinning: (isPinning: boolean) => void;
  readonly noteSold: (productId: string) => void;
}

const NO_GOODS: readonly Shown[] = [];

export function useBrowsing(): Browsing {
  const catalog = useCatalog();
  const [text, setText] = useState("");
  const [chosenView, setView] = useState<View | undefined>(undefined);
  const [opened, open] = useState<Tile>();
  const [isPinning, setPinning] = useState(false);
  const { favourites, pinned, pin, noteSold } = useFavourites();
  const grid = useRef<TileGridHandle>(null);
  const { index } = catalog;
  const hasFavourites = useMemo(
    () => index !== undefined && index.ofProducts(favourites).length > 0,
    [index, favourites],
  );
  // What merely sells often is no reason to hide the rest.
  const view = chosenView ?? (hasFavourites && pinned.length > 0 ? "favourites" : "all");
  const search = typedCode(text).text;
  const shown = useMemo(
    () => (index ? shownGoods(index, { view, favourites, search, opened }) : NO_GOODS),
    [index, view, favourites, search, opened],
  );
  const type = useCallback((next: string) => {
    setText(next);
    open(undefined);
  }, []);
  const browse = useCallback((next: View) => {
    setView(next);
    open(undefined);
    setText("");
  }, []);
  const count = search === "" ? 0 : shown.reduce((sum, { variants }) => sum + variants.length, 0);
  return useMemo(
    () => ({
      ...{ catalog, text, search, view, opened, open, shown, count, grid },
      ...{ pinned, hasFavourites, pin, isPinning, setPinning, noteSold },
      setText: type,
      setView: browse,
    }),
    [catalog, text, search, view, opened, shown, count, pinned, hasFavourites, pin, isPinning, noteSold, type, browse],
  );
}

/** What is shown first stays where it is for the day; pinning is seen at once. */
function useFavourites() {
  const [kept] = useState(() => ({ now: loadFavourites() }));
  const [favourites, setFavourites] = useState(() => shownFirst(kept.now));
  const [pinned, setPinned] = useState(kept.now.pinned);
  const pin = useCallback(
    (productId: string) => {
      kept.now = withPin(kept.now, productId);
      keepFavourites(kept.now);
      setPinned(kept.now.pinned);
      setFavourites(shownFirst(kept.now));
    },
    [kept],
  );
  const noteSold = useCallback(
    (productId: string) =>
      whenIdle(() => {
        kept.now = withSold(kept.now, productId);
        keepFavourites(kept.now);
      }),
    [kept],
  );
  return { favourites, pinned, pin, noteSold };
}
