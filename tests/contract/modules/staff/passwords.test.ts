import { present } from "@pos/core/base/result.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Counter, closeCounter, openCounter } from "../../api/counter.ts";

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => closeCounter(counter));

test("changePassword: distinguishes a common password from one with a known name (day A12)", async () => {
  const { password } = counter.shop.staff.OWNER;
  const rename = "mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { userErrors { code } } }";
  const { data: read } = await counter.api.call("{ me { staff { id name version } } }", { token: counter.owner });
  const input = { name: "Marjolein Quistgaard", version: read.me.staff.version };
  const { data } = await counter.api.call(rename, { variables: { input }, token: counter.owner });
  expect(data.updateAccount.userErrors).toEqual([]);
  const reasonsOf = async (newPassword: string) => {
    const { data: changed } = await counter.api.call(
      `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
        userErrors { __typename code path ... on WeakPassword { containsName } } } }`,
      {
        variables: { input: { currentPassword: present(password, "the owner's password"), newPassword } },
        token: counter.owner,
      },
    );
    return changed.changePassword.userErrors;
  };
  const weak = { __typename: "WeakPassword", code: "WEAK_PASSWORD", path: ["input", "newPassword"] };
  expect(await reasonsOf("marjolein quistgaard nine")).toEqual([{ ...weak, containsName: true }]);
  expect(await reasonsOf("password1234")).toEqual([{ ...weak, containsName: false }]);
});
