import type { ApiModule } from "../module.ts";
import { paperOrder } from "./order.ts";

const resolvers: ApiModule["resolvers"] = {
  Query: {
    async receipt(_, request, context) {
      const order = await paperOrder(request, context);
      if (!order) return null;
      const { renderPaper } = await import("./papers.ts");
      return { factId: request.factId, format: request.format, ...renderPaper(order) };
    },
  },
};

export const receiptApi: ApiModule = { resolvers };
