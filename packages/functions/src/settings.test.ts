import { expect, test } from "vitest";
import { BadSetting, readSettings } from "./settings.ts";

const read = (environment: Record<string, string>, onLambda = false) => readSettings({ onLambda, environment });

test("settings: one machine needs none", () => {
  const defaults = { port: 4000, host: "127.0.0.1", dataFolder: ".data", introspection: true };
  expect(read({})).toEqual(defaults);
  expect(read({ PORT: "", HOST: " ", POS_DATA_DIR: "", POS_INTROSPECTION: "" })).toEqual(defaults);
});

test("settings: what is set counts", () => {
  const environment = { PORT: "0", HOST: "::1", POS_DATA_DIR: "/data", POS_INTROSPECTION: "off" };
  expect(read(environment)).toEqual({ port: 0, host: "::1", dataFolder: "/data", introspection: false });
});

test.each([
  ["PORT", "http"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "1e3"],
  ["HOST", "http://localhost"],
  ["POS_INTROSPECTION", "true"],
])("settings: %s=%s is refused with its name and what to do", (name, value) => {
  expect(() => read({ [name]: value })).toThrow(BadSetting);
  expect(() => read({ [name]: value })).toThrow(new RegExp(`^${name} is "${value}".*set it to`));
});

test("settings: a deployed server never shows its schema", () => {
  expect(read({}, true).introspection).toBe(false);
  expect(() => read({ POS_INTROSPECTION: "on" }, true)).toThrow("leave it out");
});
