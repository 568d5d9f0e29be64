import { minorDigits } from "@pos/core/base/money.ts";
import { scannedArticle } from "@pos/core/goods/scan/index.ts";
import { requireCaller } from "@pos/core/people/access/index.ts";
import type { ApiModule } from "../module.ts";
import { checkSearch } from "../pages.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async scannedArticle(_, { code }, context) {
      // FNC1 of a GS1 element string comes as a control character.
      checkSearch(code.replaceAll("\u001d", ""));
      const { scaleLayouts = [], currency } = await context.merchant();
      return scannedArticle(requireCaller(context), code, { scaleLayouts, digits: minorDigits(currency) });
    },
  },
};

export const scanApi: ApiModule = { resolvers };
