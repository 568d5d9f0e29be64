import { parsePicture } from "@pos/core/base/image.ts";

/** Dots across the paper of a usual receipt printer, and a height that leaves room for the rest. */
const WIDTH_MAX = 512;
const HEIGHT_MAX = 256;
/** From sharp to small: a photograph is too large as PNG. Only these are in PDFs too. */
const ATTEMPTS = [
  { type: "image/png", scale: 1 },
  { type: "image/jpeg", scale: 1, quality: 0.8 },
  { type: "image/jpeg", scale: 0.5, quality: 0.7 },
] as const;

/**
 * A picture in the size of a receipt, as a data URL that the server takes.
 * @returns undefined if the browser cannot read the file as a picture
 */
export async function printedPicture(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return undefined;
  const fit = Math.min(1, WIDTH_MAX / bitmap.width, HEIGHT_MAX / bitmap.height);
  for (const { type, scale, ...rest } of ATTEMPTS) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * fit * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * fit * scale));
    const context = canvas.getContext("2d");
    if (!context) return undefined;
    // What is transparent is paper.
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const dataUrl = canvas.toDataURL(type, "quality" in rest ? rest.quality : undefined);
    if (typeof parsePicture(dataUrl) !== "string") return dataUrl;
  }
  return undefined;
}
