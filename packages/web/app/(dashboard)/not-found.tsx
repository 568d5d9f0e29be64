export { NotFound as default } from "@pos/web/components/not-found.tsx";
