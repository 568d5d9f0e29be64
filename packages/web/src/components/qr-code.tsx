"use client";

import { qrPath } from "@pos/core/receipt/qr-path.ts";

/** A code that a camera reads, dark on light in both colour schemes. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { path, size } = qrPath(text);
  return (
    <svg role="img" aria-label={label} width={196} height={196} viewBox={`0 0 ${size} ${size}`}>
      <rect width="100%" height="100%" fill="#fff" rx="1" />
      <path d={path} fill="#1d2421" shapeRendering="crispEdges" />
    </svg>
  );
}
