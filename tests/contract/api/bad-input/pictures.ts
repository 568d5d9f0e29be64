import { encode } from "fast-png";

/** A small picture of its own for each shade. */
export function picture(shade: number): string {
  const png = encode({ width: 16, height: 16, channels: 1, data: new Uint8Array(256).fill(shade) });
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}

export const LOGO: string = picture(255);
