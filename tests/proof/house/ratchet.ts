/** Numbers by name that may fall and never rise: what a rule already found when it was introduced. */
export type Ratchet = Readonly<Record<string, number>>;

export interface RatchetResult {
  /** Above the ratchet, or not in it: `name: number, at most N`. */
  readonly raised: readonly string[];
  /** Below the ratchet: its number must follow. */
  readonly stale: readonly string[];
}

export function compare(found: Ratchet, allowed: Ratchet): RatchetResult {
  const raised = Object.entries(found)
    .filter(([name, count]) => count > (allowed[name] ?? 0))
    .map(([name, count]) => `${name}: ${count}, at most ${allowed[name] ?? 0}`);
  const stale = Object.entries(allowed)
    .filter(([name, count]) => count > (found[name] ?? 0))
    .map(([name, count]) => `${name}: ${found[name] ?? 0}, no longer ${count}`);
  return { raised, stale };
}

/**
 * The ratchet after the code was improved. A name whose file is gone passes its number on to a new name with the same
 * number or a lower one, so that a file can be renamed.
 *
 * @throws Error if any other number would rise
 */
export function lower(found: Ratchet, allowed: Ratchet, exists: (file: string) => boolean): Ratchet {
  const free = Object.entries(allowed).filter(([name]) => found[name] === undefined && !exists(fileOf(name)));
  const refused: string[] = [];
  for (const line of Object.keys(found).filter((name) => (found[name] ?? 0) > (allowed[name] ?? 0))) {
    const count = found[line] ?? 0;
    const isNew = allowed[line] === undefined;
    const heirs = free.filter(([, number]) => isNew && number >= count);
    const same = heirs.find(([name]) => baseOf(name) === baseOf(line)) ?? heirs[0];
    if (same === undefined) refused.push(`${line}: ${count}, at most ${allowed[line] ?? 0}`);
    else free.splice(free.indexOf(same), 1);
  }
  if (refused.length > 0) throw new Error(`These numbers may not rise:\n${refused.join("\n")}`);
  return sorted(found);
}

export function sorted(ratchet: Ratchet): Ratchet {
  return Object.fromEntries(Object.entries(ratchet).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fileOf(name: string): string {
  return name.split(/[#\s]/)[0] ?? name;
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
