"use client";

import { create } from "qrcode";

/** A code that a camera reads: one path of squares, dark on light in both colour schemes. */
export function QrCode({
  text,
  label,
  size = 196,
}: {
  readonly text: string;
  readonly label: string;
  readonly size?: number;
}) {
  const { data, size: modules } = create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      if (data[row * modules + column]) path += `M${column + 2} ${row + 2}h1v1h-1z`;
    }
  }
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${modules + 4} ${modules + 4}`}>
      <rect width="100%" height="100%" fill="#fff" rx="1" />
      <path d={path} fill="#1d2421" shapeRendering="crispEdges" />
    </svg>
  );
}
