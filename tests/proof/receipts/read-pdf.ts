import { extractTextItems, getDocumentProxy } from "unpdf";

/** Reads a PDF by another library than the one that wrote it: its texts and where they are, sheet by sheet. */
export async function readPdf(bytes: Uint8Array) {
  const { items } = await extractTextItems(await getDocumentProxy(new Uint8Array(bytes)));
  return items.map((sheet) => sheet.filter(({ str }) => str.trim() !== ""));
}

/** All texts in their order, one line. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const sheets = await readPdf(bytes);
  return sheets
    .flat()
    .map(({ str }) => str)
    .join(" ");
}
