// Plain JavaScript, because scripts read their arguments with it before any package is installed.
import { parseArgs } from "node:util";

/** The arguments are not understood; the message states why. Exit code 2, with the command's help. */
export class UsageError extends Error {
  name = "UsageError";
}

/**
 * One declaration of a command's arguments, from which the help text, the parsing and the errors follow.
 * @param declaration `usage`: how the command is typed; `about`: what it does; options by long name and positionals in order
 */
export function commandLine({ usage, about, options = {}, positionals = {}, examples = [], exits, notes = "" }) {
  const parts = { usage, about, options, positionals, examples, exits, notes };
  return {
    help: helpOf(parts),
    read: (words) => valuesOf(parts, words),
  };
}

function valuesOf({ options, positionals }, words) {
  const given = parse(options, words);
  const named = Object.entries(options).map(([name, option]) => [name, optionValue(name, option, given.values[name])]);
  return Object.fromEntries([...named, ...positionalValues(positionals, given.positionals)]);
}

function parse(options, words) {
  const types = Object.entries(options).map(([name, { type, multiple = false, short }]) => {
    const settings = { type: type === "boolean" ? "boolean" : "string", multiple };
    return [name, short === undefined ? settings : { ...settings, short }];
  });
  try {
    return parseArgs({ args: [...words], options: Object.fromEntries(types), allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError && String(error.code).startsWith("ERR_PARSE_ARGS_"))
      throw new UsageError(`${error.message}${error.message.endsWith(".") ? "" : "."}`);
    throw error;
  }
}

function optionValue(name, option, given) {
  if (option.type === "boolean") return given ?? false;
  if (option.multiple) return (given ?? []).map((text) => checkedValue(name, option, text));
  if (given !== undefined) return checkedValue(name, option, given);
  if (option.required) throw new UsageError(`--${name} ${valueName(option)} is missing.`);
  return option.default;
}

function checkedValue(name, { type, choices, from = 0, to = 999_999_999 }, text) {
  if (text === "") throw new UsageError(`--${name} needs a value.`);
  if (choices !== undefined && !choices.includes(text))
    throw new UsageError(`--${name} takes ${choices.join(", ")}, not "${text}".`);
  if (type !== "whole") return text;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < from || value > to)
    throw new UsageError(`--${name} takes a whole number from ${from} to ${to}, not "${text}".`);
  return value;
}

function positionalValues(positionals, given) {
  const rest = [...given];
  const values = Object.entries(positionals).map(([name, { value, optional = false, many = false }]) => {
    if (rest.length === 0 && !optional) throw new UsageError(`${value} is missing.`);
    return [name, many ? rest.splice(0) : rest.shift()];
  });
  if (rest.length > 0)
    throw new UsageError(`Unexpected argument "${rest[0]}": put a value that has spaces in it between quotes.`);
  return values;
}

const LINE = 120;

function helpOf({ usage, about, options, positionals, examples, exits, notes }) {
  const rows = [
    ...Object.values(positionals).map(({ value, help }) => [value, help]),
    ...Object.entries(options).map(([name, option]) => [
      [option.short && `-${option.short},`, `--${name}`, option.type !== "boolean" && valueName(option)]
        .filter(Boolean)
        .join(" "),
      defaultedHelp(option),
    ]),
    ["--help", "prints this"],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, help]) => `  ${name.padEnd(width)}  ${wrapped(help, width + 4)}`);
  return [
    wrapped(["Usage:", usage, ...argumentsOf(options, positionals)].join(" "), 2),
    wrapped(about, 0),
    lines.join("\n"),
    wrapped(notes, 0),
    examples.length > 0 &&
      [examples.length > 1 ? "Examples:" : "Example:", ...examples.map((one) => `  ${one}`)].join("\n"),
    exits && `Exit codes: ${exits}.`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

function argumentsOf(options, positionals) {
  return [
    ...Object.entries(options).map(([name, option]) => {
      const typed = option.type === "boolean" ? `--${name}` : `--${name} ${valueName(option)}`;
      return option.required ? typed : `[${typed}]${option.multiple ? "..." : ""}`;
    }),
    ...Object.values(positionals).map(({ value, optional, many }) => {
      const typed = many ? `${value}...` : value;
      return optional ? `[${typed}]` : typed;
    }),
  ];
}

function valueName({ value, choices, type }) {
  return value ?? choices?.join("|") ?? (type === "whole" ? "N" : "VALUE");
}

function defaultedHelp({ help, default: absent }) {
  return absent === undefined ? help : `${help}; absent: ${absent}`;
}

/** Fills lines with the words of each paragraph; following lines are indented. */
function wrapped(text, indent) {
  const paragraphs = text.trim().split(/\n{2,}/);
  return paragraphs.map((paragraph) => filled(paragraph.split(/\s+/), LINE - indent, " ".repeat(indent))).join("\n\n");
}

function filled(words, room, indent) {
  const lines = [""];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${indent}`);
}
