// The query page: an editor, an answer and the schema. The token stays in this tab and nothing comes from outside.

const TEXTS = {
  en: {
    token: "Token",
    run: "Run",
    operation: "Operation",
    variables: "Variables (JSON)",
    hint: "Ctrl+Enter runs. Tab indents; Escape, then Tab leaves the editor.",
    result: "Result",
    schema: "Schema",
    search: "Search types and fields",
    running: "Running …",
    badVariables: "The variables are not a JSON object.",
    unreachable: "The server did not answer. Is it running?",
    hidden: "This server does not show its schema.",
    nothing: "Nothing found.",
    other: "中文",
  },
  zh: {
    token: "令牌",
    run: "运行",
    operation: "操作",
    variables: "变量（JSON）",
    hint: "Ctrl+Enter 运行。Tab 缩进；先按 Escape 再按 Tab 离开编辑器。",
    result: "结果",
    schema: "模式",
    search: "搜索类型和字段",
    running: "正在运行……",
    badVariables: "变量不是 JSON 对象。",
    unreachable: "服务器没有响应。它在运行吗？",
    hidden: "此服务器不公开其模式。",
    nothing: "没有找到。",
    other: "English",
  },
};

const INTROSPECTION = `query Introspection { __schema { types { kind name description
  fields(includeDeprecated: true) { name description isDeprecated deprecationReason args { name description type { ...T } } type { ...T } }
  inputFields { name description type { ...T } } enumValues(includeDeprecated: true) { name description } possibleTypes { name } } } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

const at = (id) => document.getElementById(id);
const operation = at("operation");
const variables = at("variables");
const token = at("token");
let language = localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
let types = [];
let schemaError = "";

token.value = sessionStorage.getItem("token") ?? "";
operation.value = sessionStorage.getItem("operation") ?? "query Hello {\n  __typename\n}\n";
variables.value = sessionStorage.getItem("variables") ?? "{}";
for (const field of [token, operation, variables]) {
  field.addEventListener("input", () => sessionStorage.setItem(field.id, field.value));
}
for (const editor of [operation, variables]) editor.addEventListener("keydown", indent);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  void run();
});
at("run").addEventListener("click", run);
at("search").addEventListener("input", showTypes);
token.addEventListener("change", loadSchema);
at("language").addEventListener("click", () => {
  language = language === "en" ? "zh" : "en";
  localStorage.setItem("language", language);
  translate();
});
translate();
void loadSchema();

async function run() {
  const values = readVariables();
  if (values === undefined) return say(TEXTS[language].badVariables, true);
  const button = at("run");
  if (button.disabled) return;
  button.disabled = true;
  say(TEXTS[language].running);
  const startedAt = performance.now();
  try {
    const { response, answer } = await ask({ query: operation.value, variables: values });
    at("result").textContent = JSON.stringify(answer, null, 2);
    const milliseconds = Math.round(performance.now() - startedAt);
    const id = response.headers.get("x-request-id");
    say(`${response.status} · ${milliseconds} ms · x-request-id ${id}`, answer.errors !== undefined);
  } catch {
    say(TEXTS[language].unreachable, true);
  } finally {
    button.disabled = false;
  }
}

async function ask(body) {
  const headers = { "content-type": "application/json" };
  if (token.value.trim() !== "") headers.authorization = `Bearer ${token.value.trim()}`;
  const response = await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(body) });
  return { response, answer: await response.json() };
}

function readVariables() {
  try {
    const values = JSON.parse(variables.value.trim() || "{}");
    return typeof values === "object" && values !== null && !Array.isArray(values) ? values : undefined;
  } catch {
    return undefined;
  }
}

function say(text, wrong = false) {
  at("status").textContent = text;
  at("status").classList.toggle("wrong", wrong);
}

// Escape lets the next Tab move on, so that nobody who uses the keyboard is caught in the editor.
function indent(event) {
  const editor = event.currentTarget;
  if (event.key === "Escape") editor.dataset.leaving = "yes";
  else if (event.key === "Tab" && !event.shiftKey && editor.dataset.leaving === undefined) {
    event.preventDefault();
    insert(editor, "  ");
  } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.isComposing) {
    event.preventDefault();
    const line = editor.value.slice(0, editor.selectionStart).split("\n").at(-1);
    insert(editor, `\n${line.match(/^ */)[0]}${/[{([]\s*$/.test(line) ? "  " : ""}`);
  } else if (event.key !== "Tab" && event.key !== "Shift") delete editor.dataset.leaving;
}

function insert(editor, text) {
  editor.setRangeText(text, editor.selectionStart, editor.selectionEnd, "end");
  editor.dispatchEvent(new Event("input"));
}

function translate() {
  const texts = TEXTS[language];
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts[element.dataset.text];
  at("search").placeholder = texts.search;
  at("language").textContent = texts.other;
  at("language").lang = language === "zh" ? "en" : "zh-Hans";
  showTypes();
}

async function loadSchema() {
  try {
    const { answer } = await ask({ query: INTROSPECTION });
    const roots = ["Query", "Mutation", "Subscription"];
    const rank = ({ name }) => (roots.indexOf(name) + roots.length + 1) % (roots.length + 1);
    types = (answer.data?.__schema.types ?? []).filter(({ name }) => !name.startsWith("__"));
    types.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
    schemaError = types.length === 0 ? "hidden" : "";
  } catch {
    schemaError = "unreachable";
  }
  showTypes();
}

function showTypes() {
  const list = at("types");
  const wanted = at("search").value.trim().toLowerCase();
  const found = types.filter((type) => matches(type, wanted));
  list.replaceChildren(...found.map((type) => typeElement(type, wanted)));
  const message = schemaError || (types.length > 0 && found.length === 0 ? "nothing" : "");
  if (message !== "") list.append(make("p", TEXTS[language][message], "hint"));
}

const fieldsOf = (type) => type.fields ?? type.inputFields ?? type.enumValues ?? type.possibleTypes ?? [];
const has = (text, wanted) => (text ?? "").toLowerCase().includes(wanted);

function matches(type, wanted) {
  return has(type.name, wanted) || fieldsOf(type).some((field) => has(field.name, wanted));
}

function typeElement(type, wanted) {
  const element = make("details");
  element.dataset.type = type.name;
  const summary = make("summary", `${type.name} `);
  summary.append(make("small", type.kind.toLowerCase().replace("_", " ")));
  element.append(summary);
  const fill = () => {
    if (!element.open || element.children.length > 1) return;
    if (type.description) element.append(make("p", type.description));
    const list = make("ul");
    const all = fieldsOf(type);
    const some = all.filter((field) => has(field.name, wanted));
    // Whoever searched for the type itself wants all of it.
    list.append(...(has(type.name, wanted) || some.length === 0 ? all : some).map(fieldElement));
    element.append(list);
  };
  element.addEventListener("toggle", fill);
  element.open = wanted.length > 1 || (wanted === "" && type.name === "Query");
  fill();
  return element;
}

function fieldElement(field) {
  const item = make("li", field.name);
  if (field.args?.length > 0) {
    item.append("(");
    field.args.forEach((argument, index) => {
      item.append(index > 0 ? ", " : "", `${argument.name}: `, ...typeReference(argument.type));
    });
    item.append(")");
  }
  if (field.type) item.append(": ", ...typeReference(field.type));
  const about = [field.description, field.isDeprecated ? `Deprecated: ${field.deprecationReason}` : ""]
    .filter(Boolean)
    .join(" ");
  if (about !== "") item.append(make("p", about));
  return item;
}

function typeReference(type) {
  if (type.kind === "NON_NULL") return [...typeReference(type.ofType), "!"];
  if (type.kind === "LIST") return ["[", ...typeReference(type.ofType), "]"];
  const link = make("button", type.name, "type");
  link.type = "button";
  link.addEventListener("click", () => goTo(type.name));
  return [link];
}

function goTo(name) {
  at("search").value = "";
  showTypes();
  const element = [...at("types").children].find((child) => child.dataset.type === name);
  if (element === undefined) return;
  element.open = true;
  element.scrollIntoView({ block: "start" });
  element.firstElementChild.focus();
}

function make(tag, text = "", className = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== "") element.className = className;
  return element;
}
