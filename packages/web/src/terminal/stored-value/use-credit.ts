import { StoreCreditAtTerminalDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useEffect, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { takenOf } from "../cart/cart.ts";
import { useCounter } from "../use-device.tsx";

/** What the customer of the cart has as store credit, less what pays already. None while the server cannot be asked. */
export function useCredit(): number {
  const { device, state, operator } = useCounter("cart");
  const customerId = state.cart.customer?.id;
  const [balance, setBalance] = useState(0);
  const { token } = operator;
  useEffect(() => {
    if (customerId === undefined) return;
    void requestDocument(device.client, StoreCreditAtTerminalDocument, { customerId }, token).then((answer) => {
      setBalance("failure" in answer ? 0 : (answer.data.storeCredit?.balance.amount ?? 0));
    });
  }, [device, customerId, token]);
  const taken = takenOf(state.cart).filter(({ method }) => method === "STORE_CREDIT");
  return customerId === undefined ? 0 : taken.reduce((left, { amount }) => left - amount, balance);
}
