import type { Shop } from "./shop.ts";

/** Every page of the dashboard by its name. */
export interface PageOf {
  readonly name: string;
  readonly path: string;
}

export function dashboardPages({ saleId, productId, variantId, customerId, giftCardId, quoteId }: Shop): PageOf[] {
  return [
    { name: "home", path: "/" },
    { name: "sales", path: "/sales" },
    { name: "sale", path: `/sales/${saleId}` },
    { name: "parked-sales", path: "/sales/parked" },
    { name: "unlinked-refunds", path: "/sales/refunds" },
    { name: "quotes", path: "/quotes" },
    { name: "quote", path: `/quotes/${quoteId}` },
    { name: "fapiao", path: "/fapiao" },
    { name: "products", path: "/products" },
    { name: "product", path: `/products/${productId}` },
    { name: "categories", path: "/categories" },
    { name: "promotions", path: "/promotions" },
    { name: "price-lists", path: "/price-lists" },
    { name: "price-lists", path: "/price-lists" },
    { name: "archived-products", path: "/products?show=archived" },
    { name: "stock", path: "/stock" },
    { name: "stock-low", path: "/stock?state=LOW" },
    { name: "stock-take", path: "/stock/take" },
    { name: "opening-stock", path: "/stock/opening" },
    { name: "import", path: "/import" },
    { name: "movements", path: `/stock/${variantId}` },
    { name: "customers", path: "/customers" },
    { name: "customer", path: `/customers/${customerId}` },
    { name: "gift-cards", path: "/gift-cards" },
    { name: "gift-card", path: `/gift-cards/${giftCardId}` },
    { name: "terminals", path: "/terminals" },
    { name: "exceptions", path: "/exceptions" },
    { name: "reports", path: "/reports" },
    { name: "schedules", path: "/reports?view=schedules" },
    { name: "sent", path: "/reports?view=sent" },
    { name: "staff", path: "/staff" },
    { name: "staff-inactive", path: "/staff?state=inactive" },
    { name: "account", path: "/account" },
    { name: "business", path: "/settings" },
    { name: "tax", path: "/tax" },
    { name: "locations", path: "/locations" },
    { name: "limits", path: "/limits" },
    { name: "nothing-there", path: "/sales/sal_01ARZ3NDEKTSV4RRFFQ69G5FAV" },
  ];
}
