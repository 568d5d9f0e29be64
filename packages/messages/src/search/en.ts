export const messages = {
  "search.open": "Search",
  "search.title": "Search pages, products, customers and receipts",
  "search.placeholder": "Page, product, customer or receipt number",
  "search.pages": "Pages",
  "search.products": "Products",
  "search.customers": "Customers",
  "search.receipts": "Receipts",
  "search.nothing": "Nothing found for “{text}”.",
  "search.hint": "Search by the beginning of a word, a barcode, or a receipt number such as C1-27.",
  "search.searching": "Searching…",
} as const;
