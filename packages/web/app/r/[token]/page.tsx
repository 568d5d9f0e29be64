export { default, generateMetadata } from "@pos/web/e-receipt/visitor-page.tsx";
