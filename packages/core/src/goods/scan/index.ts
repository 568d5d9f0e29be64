export { scannedArticle } from "./queries.ts";
