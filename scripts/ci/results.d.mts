export class Results {
  add(path: string): boolean;
  get passed(): number;
  get failed(): number;
  get skipped(): readonly string[];
  get skippedFiles(): readonly string[];
}
