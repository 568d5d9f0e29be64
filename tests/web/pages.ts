import type { Page } from "playwright-core";
import type { System } from "./support.ts";

/** Every page of the dashboard by its name, with what it takes to stand on it. */
export interface PageOf {
  readonly name: string;
  readonly path: string;
}

export async function dashboardPages(page: Page, { url, credentials }: System): Promise<PageOf[]> {
  const ask = async (query: string): Promise<string> => {
    const answer = await page.request.post(`${url}/graphql`, {
      headers: { "x-session": "cookie", origin: url },
      data: { query },
    });
    const text = await answer.text();
    const id = /"id":"([^"]+)"/.exec(text)?.[1];
    if (id === undefined) throw new Error(`Nothing was found by ${query}: ${text}`);
    return id;
  };
  const [sale, product, variant] = await Promise.all([
    ask("{ sales(first: 1) { nodes { id } } }"),
    ask("{ products(first: 1) { nodes { id } } }"),
    ask(`{ stockLevels(locationId: "${credentials.locationId}", first: 1) { nodes { variant { id } } } }`),
  ]);
  return [
    { name: "home", path: "/" },
    { name: "sales", path: "/sales" },
    { name: "sale", path: `/sales/${sale}` },
    { name: "products", path: "/products" },
    { name: "product", path: `/products/${product}` },
    { name: "stock", path: "/stock" },
    { name: "movements", path: `/stock/${variant}` },
    { name: "customers", path: "/customers" },
    { name: "terminals", path: "/terminals" },
    { name: "exceptions", path: "/exceptions" },
    { name: "reports", path: "/reports" },
  ];
}
