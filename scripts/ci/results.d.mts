export class Results {
  add(path: string): boolean;
  get passed(): number;
  get failed(): number;
  get failures(): readonly { readonly name: string; readonly message: string }[];
  get skipped(): readonly string[];
  get skippedFiles(): readonly string[];
}
