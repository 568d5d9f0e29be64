import { HEADER } from "./core.mjs";
import { constantName } from "./project.mjs";

/** What modules bring to the tests of the contract. */
export function moduleContracts({ modules }) {
  const nouns = modules.filter(({ hasContract }) => hasContract).map(({ noun }) => noun);
  const name = (noun) => constantName(noun, "Contract");
  const imports = nouns.map((noun) => `import { ${name(noun)} } from "../modules/${noun}/contract.ts";\n`);
  const list = nouns.length === 0 ? "[]" : `[\n${nouns.map((noun) => `  ${name(noun)},\n`).join("")}]`;
  return `${HEADER}import type { ModuleContract } from "../module-contract.ts";
${imports.join("")}
export const moduleContracts: readonly ModuleContract[] = ${list};
`;
}
