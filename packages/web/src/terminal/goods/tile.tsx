import { parsePrice } from "@pos/core/goods/catalog/model.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconPin, IconPinFilled } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import classes from "./goods.module.css";
import type { Shown } from "./shown-goods.ts";
import type { TileProps } from "./tile-grid.tsx";

interface Props extends TileProps {
  readonly item: Shown;
  readonly currency: string;
  /** Its category's colour. */
  readonly hue: number | undefined;
  /** While favourites are chosen: whether it is one. */
  readonly isPinned: boolean | undefined;
  readonly onTouch: () => void;
}

/** One variant to add, or a product with several: it opens. */
export function Tile({ item: { product, variants, name }, currency, hue, isPinned, onTouch, ...props }: Props) {
  const { t, format } = useI18n();
  const prices = [...new Set(variants.map(({ unitPrice }) => unitPrice))].sort(byPrice);
  const [lowest = "0"] = prices;
  const price = format.priceOfUnit({ price: lowest, currency, unit: variants[0]?.unit ?? "EACH" });
  const sku = variants.length === 1 ? variants[0]?.sku : undefined;
  const style = hue === undefined ? undefined : ({ "--tile-hue": hue } as CSSProperties);
  return (
    <button
      type="button"
      className={classes.tile}
      style={style}
      data-coloured={hue === undefined ? undefined : true}
      data-sku={sku}
      data-product={product.id}
      aria-pressed={isPinned}
      onClick={onTouch}
      {...props}
    >
      <span className={classes.name}>{name}</span>
      {isPinned !== undefined &&
        (isPinned ? <IconPinFilled className={classes.pin} /> : <IconPin className={classes.pin} />)}
      <span className={classes.about}>
        <span className={classes.detail}>{sku ?? t("terminal.goods.variants", { count: variants.length })}</span>
        <span className={`${classes.price} figures`}>
          {prices.length > 1 ? t("terminal.goods.from", { price }) : price}
        </span>
      </span>
    </button>
  );
}

function byPrice(a: string, b: string): number {
  return (parsePrice(a) ?? 0) - (parsePrice(b) ?? 0);
}
