export { PageSkeleton as default } from "@pos/web/components/skeletons.tsx";
