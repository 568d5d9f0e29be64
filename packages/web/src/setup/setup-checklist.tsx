"use client";

import { SetupStepsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { SELDOM_MILLISECONDS, useChanges } from "@pos/web/session/changes.ts";
import { usePermission } from "@pos/web/session/session.tsx";
import dynamic from "next/dynamic";
import { useQuery } from "urql";

const SetupSteps = dynamic(() => import("./setup-steps.tsx").then((module) => module.SetupSteps));

const FRESH = {
  additionalTypenames: ["Merchant", "TaxSettings", "Product", "StockLevel", "Staff", "Terminal", "Sale"],
};

/** What a new merchant has still to do, on the start page until it is done or hidden. */
export function SetupChecklist() {
  const isPermitted = usePermission()("merchant:write");
  const [{ data }, refetch] = useQuery({
    query: SetupStepsDocument,
    requestPolicy: "cache-and-network",
    context: FRESH,
    pause: !isPermitted,
  });
  useChanges(() => {
    if (isPermitted) refetch({ requestPolicy: "network-only" });
  }, SELDOM_MILLISECONDS);
  if (!isPermitted || data?.setupSteps == null || data.me === null) return null;
  return <SetupSteps steps={data.setupSteps} version={data.me.merchant.version} />;
}
