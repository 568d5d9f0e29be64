export type { Location } from "@pos/core/people/location/index.ts";
