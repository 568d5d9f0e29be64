import type { SearchQuery } from "@pos/web/graphql/generated/graphql.ts";
import type { I18n } from "@pos/web/i18n/provider.tsx";
import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";

/** What a quote is called on paper: others are not looked for among quotes. */
export const QUOTE_NUMBER = /^q-[0-9a-z]{6}$/i;

/** Something to go to. */
export interface Hit {
  readonly path: string;
  readonly name: string;
  readonly detail?: string;
  /** Known without asking the server. */
  readonly isPage?: true;
}

export interface HitGroup {
  readonly title: string;
  readonly hits: readonly Hit[];
}

/** The pages whose names have a word that begins so; all of them while nothing is typed. */
export function pagesNamed(
  items: readonly Pick<NavigationItem, "path" | "label">[],
  text: string,
  { t, locale }: I18n,
): HitGroup {
  const sought = text.toLocaleLowerCase(locale);
  const pages = items.map(({ path, label }): Hit => ({ path, name: t(label), isPage: true }));
  return {
    title: t("search.pages"),
    hits: pages.filter(({ name }) => isNamed(name.toLocaleLowerCase(locale), sought)),
  };
}

/** Chinese names are written without spaces, so any of their characters may begin what is sought. */
function isNamed(name: string, sought: string): boolean {
  return (
    name.split(/\s+/).some((word) => word.startsWith(sought)) ||
    (/\p{Script=Han}/u.test(sought) && name.includes(sought))
  );
}

export function hitsOf({ products, customers, sales, quotes }: SearchQuery, { t, format }: I18n): HitGroup[] {
  return [
    {
      title: t("search.receipts"),
      hits: (sales?.nodes ?? []).map(({ id, receiptNumber, total, occurredAt, location }) => ({
        path: `/sales/${id}`,
        name: receiptNumber,
        detail: `${format.money(total)} · ${format.dateTime(occurredAt, location.timeZone)}`,
      })),
    },
    {
      title: t("nav.quotes"),
      hits: (quotes?.nodes ?? []).map(({ id, number, total, validUntil }) => ({
        path: `/quotes/${id}`,
        name: number,
        detail: `${format.money(total)} · ${t("quotes.until", { day: format.date(validUntil) })}`,
      })),
    },
    {
      title: t("search.products"),
      hits: (products?.nodes ?? []).map(({ id, name }) => ({ path: `/products/${id}`, name })),
    },
    {
      title: t("search.customers"),
      hits: (customers?.nodes ?? []).map(({ id, name, phone }) => ({
        path: `/customers/${id}`,
        name: name ?? "–",
        ...(phone === null ? {} : { detail: phone }),
      })),
    },
  ];
}
