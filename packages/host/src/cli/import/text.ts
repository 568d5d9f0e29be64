// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

/** A text as the API takes it: without control characters and white space around, cut to a length. */
export function cleaned(text: string, charactersMax: number): string {
  const plain = text.replace(CONTROL, " ").trim();
  return plain.length <= charactersMax ? plain : [...plain].slice(0, charactersMax).join("").trim();
}
