// The query page: GraphiQL with a field for the token. The token and what is typed stay in this tab.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { setNonce } from "get-nonce";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import "graphiql/graphiql.css";
import "./style.css";

const at = (id) => document.getElementById(id);
const token = at("token");
token.value = sessionStorage.getItem("token") ?? "";
token.addEventListener("input", () => sessionStorage.setItem("token", token.value));
if (navigator.language.startsWith("zh")) {
  document.documentElement.lang = "zh-Hans";
  for (const element of document.querySelectorAll("[data-zh]")) element.textContent = element.dataset.zh;
}

// Dialogs add a style element; the policy allows those that carry this response's nonce.
setNonce(document.querySelector("script[nonce]").nonce);

const authorization = () => (token.value.trim() === "" ? {} : { authorization: `Bearer ${token.value.trim()}` });
const fetcher = createGraphiQLFetcher({
  url: "/graphql",
  fetch: async (url, options) => {
    const response = await window.fetch(url, { ...options, headers: { ...authorization(), ...options.headers } });
    at("request").textContent = `${response.status} · x-request-id ${response.headers.get("x-request-id")}`;
    return response;
  },
  wsClient: createClient({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    connectionParams: authorization,
  }),
});

createRoot(at("graphiql")).render(
  createElement(GraphiQL, {
    fetcher,
    // Variables may hold passwords: nothing outlives the tab.
    storage: sessionStorage,
    shouldPersistHeaders: false,
    defaultQuery: "# Ctrl+Enter runs, Ctrl+Space completes.\nquery Hello {\n  __typename\n}\n",
  }),
);
