/** A small picture, as it is stored and shown: `data:image/png;base64,...`. */
export interface Picture {
  readonly dataUrl: string;
  readonly width: number;
  readonly height: number;
}

const PICTURE_BYTES_MAX = 48 * 1024;
/** No receipt is printed wider, and a picture of few bytes may unpack to very many dots. */
const PICTURE_DOTS_MAX = 1_200;

const DATA_URL = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]*={0,2})$/;
/** Base64 of the largest picture, and what is before it. */
const CHARACTERS_MAX = Math.ceil(PICTURE_BYTES_MAX / 3) * 4 + 40;

/**
 * Reads a picture from outside: PNG, JPEG or WebP, as its first bytes show, whatever it is called. Formats that can hold
 * scripts or links, as SVG, are none.
 * @returns why it is rejected, in English, or the picture
 */
export function parsePicture(text: string): Picture | string {
  if (text.length > CHARACTERS_MAX) return `is larger than ${PICTURE_BYTES_MAX / 1024} kB`;
  const [, named, base64] = DATA_URL.exec(text) ?? [];
  if (named === undefined || base64 === undefined || base64.length % 4 !== 0)
    return "is no data URL of a PNG, JPEG or WebP picture";
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (bytes.length > PICTURE_BYTES_MAX) return `is larger than ${PICTURE_BYTES_MAX / 1024} kB`;
  const size = SIZES[named]?.(new DataView(bytes.buffer), bytes);
  if (!size) return `is no ${named.toUpperCase()} picture`;
  const [width, height] = size;
  if (width < 1 || height < 1 || width > PICTURE_DOTS_MAX || height > PICTURE_DOTS_MAX)
    return `has ${width} x ${height} dots, at most ${PICTURE_DOTS_MAX} each way are taken`;
  return { dataUrl: text, width, height };
}

type Size = readonly [width: number, height: number];

/** The size of each format from its first bytes; undefined: it is another format, or cut off. */
const SIZES: { readonly [name: string]: (view: DataView, bytes: Uint8Array) => Size | undefined } = {
  png: (view, bytes) =>
    bytes.length >= 33 && startsWith(bytes, 0, "\x89PNG\r\n\x1a\n") && startsWith(bytes, 12, "IHDR")
      ? [view.getUint32(16), view.getUint32(20)]
      : undefined,
  jpeg: jpegSize,
  webp: webpSize,
};

/** Walks from segment to segment until the one that has the size. */
function jpegSize(view: DataView, bytes: Uint8Array): Size | undefined {
  if (!startsWith(bytes, 0, "\xff\xd8\xff")) return undefined;
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(view: DataView, bytes: Uint8Array): Size | undefined {
  if (bytes.length < 30 || !startsWith(bytes, 0, "RIFF") || !startsWith(bytes, 8, "WEBP")) return undefined;
  if (startsWith(bytes, 12, "VP8 ")) return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (startsWith(bytes, 12, "VP8L")) {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  if (startsWith(bytes, 12, "VP8X"))
    return [(view.getUint32(24, true) & 0xffffff) + 1, (view.getUint32(26, true) >>> 8) + 1];
  return undefined;
}

function startsWith(bytes: Uint8Array, from: number, text: string): boolean {
  return [...text].every((character, index) => bytes[from + index] === character.charCodeAt(0));
}
