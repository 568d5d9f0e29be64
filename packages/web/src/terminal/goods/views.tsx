"use client";

import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowLeft, IconPin, IconStar } from "@tabler/icons-react";
import type { CSSProperties, ReactNode } from "react";
import classes from "./goods.module.css";
import type { View } from "./shown-goods.ts";
import type { Browsing } from "./use-browsing.ts";

/** Favourites, everything, or one category; while a variant is chosen, the way back. */
export function Views({ browsing }: { readonly browsing: Browsing }) {
  const { t } = useI18n();
  const { catalog, opened, view, setView, open, search } = browsing;
  const { index } = catalog;
  if (index === undefined) return null;
  if (opened !== undefined)
    return (
      <div className={classes.browse}>
        <nav className={classes.views} aria-label={t("terminal.goods.choice")}>
          <button type="button" className={classes.view} onClick={() => open(undefined)}>
            <IconArrowLeft size={18} aria-hidden="true" />
            {t("terminal.goods.back")}
          </button>
          <strong className={classes.opened}>{opened.product.name}</strong>
        </nav>
      </div>
    );
  const props = (of: View, isCurrent: boolean) => ({
    isCurrent: isCurrent && search === "",
    onChoose: () => setView(of),
  });
  return (
    <div className={classes.browse}>
      <nav className={classes.views} aria-label={t("terminal.goods.categories")}>
        {(browsing.hasFavourites || browsing.isPinning) && (
          <ViewButton {...props("favourites", view === "favourites")}>
            <IconStar size={18} aria-hidden="true" />
            {t("terminal.goods.favourites")}
          </ViewButton>
        )}
        <ViewButton {...props("all", view === "all")}>{t("terminal.goods.all")}</ViewButton>
        {index.categories.map(({ id, name }) => (
          <ViewButton
            key={id}
            hue={index.hueOf(id)}
            {...props({ categoryId: id }, typeof view === "object" && view.categoryId === id)}
          >
            {name}
          </ViewButton>
        ))}
      </nav>
      <button
        type="button"
        className={classes.view}
        aria-pressed={browsing.isPinning}
        title={t("terminal.goods.pin")}
        aria-label={t("terminal.goods.pin")}
        onClick={() => browsing.setPinning(!browsing.isPinning)}
      >
        <IconPin size={18} aria-hidden="true" />
      </button>
    </div>
  );
}

interface ViewButtonProps {
  readonly isCurrent: boolean;
  readonly hue?: number | undefined;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function ViewButton({ isCurrent, hue, onChoose, children }: ViewButtonProps) {
  return (
    <button
      type="button"
      className={classes.view}
      style={hue === undefined ? undefined : ({ "--tile-hue": hue } as CSSProperties)}
      data-coloured={hue === undefined ? undefined : true}
      aria-current={isCurrent ? "true" : undefined}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
