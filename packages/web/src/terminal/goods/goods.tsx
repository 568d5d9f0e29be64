"use client";

import { Button, CloseButton, Kbd, Progress, Stack, Text, TextInput } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconBarcode } from "@tabler/icons-react";
import { memo, useCallback } from "react";
import { useCounter } from "../use-device.tsx";
import classes from "./goods.module.css";
import type { Shown } from "./shown-goods.ts";
import { Tile } from "./tile.tsx";
import { TileGrid, type TileProps } from "./tile-grid.tsx";
import type { AddGoods } from "./use-add-goods.ts";
import type { Browsing } from "./use-browsing.ts";
import { Views } from "./views.tsx";

type GoodsProps = Pick<AddGoods, "browsing" | "field" | "setText" | "add" | "enter"> & {
  /** What was typed last found nothing, or too much. */
  readonly isProblem: boolean;
};

/** Everything that can be sold, to touch; what is searched for or scanned comes first. A cart that changes leaves it alone. */
export const Goods = memo(function GoodsOnScreen({ browsing, field, setText, add, enter, isProblem }: GoodsProps) {
  const { t } = useI18n();
  const { text } = browsing;
  return (
    <section className={classes.goods} aria-label={t("terminal.goods.title")}>
      <form
        className={classes.search}
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <TextInput
          ref={field}
          size="lg"
          aria-label={t("terminal.goods.search")}
          placeholder={t("terminal.goods.search")}
          leftSection={<IconBarcode size={22} aria-hidden="true" />}
          rightSection={
            text === "" ? (
              <Kbd visibleFrom="sm">/</Kbd>
            ) : (
              <CloseButton size="lg" aria-label={t("common.clear")} onClick={() => setText("")} />
            )
          }
          rightSectionWidth={52}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={200}
          error={isProblem}
          styles={INPUT_STYLES}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            browsing.grid.current?.focusFirst();
          }}
        />
      </form>
      <Views browsing={browsing} />
      <Tiles browsing={browsing} add={add} />
    </section>
  );
});

/** Also while it is marked as wrong. */
const INPUT_STYLES = { input: { color: "var(--mantine-color-text)" } };

function Tiles({ browsing, add }: Pick<AddGoods, "browsing" | "add">) {
  const { t } = useI18n();
  const { device, settings } = useCounter("settings");
  const { catalog, shown, grid, open, isPinning, pin, pinned } = browsing;
  const { currency } = settings;
  const { index } = catalog;
  const render = useCallback(
    (item: Shown, props: TileProps) => {
      const { product, variants } = item;
      const [only] = variants;
      const touch = () => {
        if (isPinning) pin(product.id);
        else if (variants.length === 1 && only) add({ product, variant: only });
        else open({ product, variants });
      };
      const hue = product.categoryId === undefined ? undefined : index?.hueOf(product.categoryId);
      const isPinned = isPinning ? pinned.includes(product.id) : undefined;
      return <Tile item={item} currency={currency} hue={hue} isPinned={isPinned} onTouch={touch} {...props} />;
    },
    [add, open, isPinning, pin, pinned, currency, index],
  );
  if (index === undefined)
    return catalog.isMissing ? (
      <Stack align="flex-start">
        <Text c="dimmed">{t("terminal.goods.missing")}</Text>
        <Button variant="default" size="md" onClick={() => void device.catalog.update()}>
          {t("common.retry")}
        </Button>
      </Stack>
    ) : (
      <Loading progress={catalog.progress} />
    );
  if (shown.length === 0)
    return <Text c="dimmed">{t(browsing.search === "" ? "terminal.goods.empty" : "terminal.goods.none")}</Text>;
  return <TileGrid handle={grid} label={t("terminal.goods.title")} items={shown} keyOf={keyOf} render={render} />;
}

function keyOf({ key }: Shown): string {
  return key;
}

/** The first copy of a large catalogue takes a few seconds. */
function Loading({ progress }: { readonly progress: Browsing["catalog"]["progress"] }) {
  const { t } = useI18n();
  if (progress === undefined) return <Progress value={100} animated aria-label={t("common.loading")} />;
  const { loaded, total } = progress;
  return (
    <Stack gap="xs">
      <Text c="dimmed">{t("terminal.goods.loading", { loaded, total })}</Text>
      <Progress value={(100 * loaded) / Math.max(1, total)} aria-label={t("common.loading")} />
    </Stack>
  );
}
