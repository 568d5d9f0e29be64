import { create } from "qrcode";

/** A text as squares that a camera reads, with their quiet zone of two modules. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (data[row * size + column]) path += `M${column + 2} ${row + 2}h1v1h-1z`;
    }
  }
  return { path, size: size + 4 };
}

/** The code as markup, 22 millimetres wide. */
export function drawCode(text: string): string {
  const { path, size } = qrPath(text);
  return `<svg aria-hidden="true" width="22mm" height="22mm" viewBox="0 0 ${size} ${size}"><path d="${path}" fill="#000" shape-rendering="crispEdges"/></svg>`;
}
