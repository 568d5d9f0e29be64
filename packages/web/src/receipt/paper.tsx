"use client";

import type { ReceiptDocument } from "@pos/core/receipt/model.ts";
import { type Paper, renderReceipt } from "@pos/core/receipt/render.ts";
import { qrPath } from "@pos/web/components/qr-path.ts";
import { useMemo } from "react";
import classes from "./receipt.module.css";

/** A paper on the screen, as it is printed: white in both colour schemes. */
export function ReceiptPaper({
  document,
  paper = "80",
}: {
  readonly document: ReceiptDocument;
  readonly paper?: Paper;
}) {
  const html = useMemo(() => renderReceipt(document, { paper, drawCode }), [document, paper]);
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes every text.
    <div className={classes.paper} data-testid="receipt" dangerouslySetInnerHTML={{ __html: html }} />
  );
}

function drawCode(text: string): string {
  const { path, size } = qrPath(text);
  return `<svg aria-hidden="true" width="22mm" height="22mm" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000" shape-rendering="crispEdges"/></svg>`;
}
