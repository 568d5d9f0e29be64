import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { ledgerPk } from "@pos/core/ledger/balance.ts";
import { allMerchants } from "@pos/core/people/directory/index.ts";
import { openEmbeddedTable } from "@pos/core/table/embedded/table.ts";
import { PROGRAM_VERSION } from "@pos/host/platform/program-version.ts";
import { beforeAll, describe, expect, test } from "vitest";
import {
  activate,
  credentialsOf,
  homeOf,
  lastLineOf,
  pos,
  post,
  type Ran,
  root,
  SELL,
  saleInput,
  signInOperator,
  signInOwner,
  startCommand,
  startHost,
  startWords,
  stopHost,
} from "../../support/processes.ts";

/** The command line as a user runs it: processes, with and without a running host. */
const home = homeOf("commands");
const shop = join(home, "shop");

/** What does not depend on how fast it was. */
function steady({ code, stdout }: Ran) {
  return { code, stdout: stdout.replace(/in [\d.]+ s/g, "in N s").replace(/memory \d+ MB/, "memory N MB") };
}

describe("commands: words", () => {
  const NAMES = ["status", "verify", "rebuild", "backup", "restore", "export", "import facts", "import online-retail"];

  test("without a command, with an unknown one and with --help the list is shown, and only --help was meant", async () => {
    const [none, unknown, help] = await Promise.all([pos(home), pos(home, "nope"), pos(home, "--help")]);
    expect([none.code, unknown.code, help.code]).toEqual([2, 2, 0]);
    expect(unknown.stderr).toContain('There is no command "nope".');
    expect(unknown.stdout + none.stdout + help.stderr).toBe("");
    for (const name of NAMES) {
      expect(help.stdout).toMatch(new RegExp(`^  ${name} +\\w`, "m"));
      expect(none.stderr).toContain(`  ${name} `);
    }
  });

  test.each(NAMES)("%s --help prints usage, an example and exit codes", async (name) => {
    const { code, stdout } = await pos(home, ...name.split(" "), "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: npm run -s pos -- ${name}`));
    expect(stdout).toMatch(/^Examples?:\n {2}\S/m);
    expect(stdout).toMatch(/^Exit codes: 0 /m);
  });

  test.each([
    ["verify", "all"],
    ["rebuild", "--everything"],
    ["rebuild", "--entries"],
    ["backup"],
    ["backup", "a", "b"],
    ["restore", "--force", "a"],
  ])("%s %s is not understood: exit code 2, with the command's help", async (...words) => {
    const { code, stdout, stderr } = await pos(home, ...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`Usage: npm run -s pos -- ${words[0]}`);
  });

  test("npm adds nothing to what a command prints, and paths are meant from where it was typed", async () => {
    const folder = join(home, "elsewhere");
    mkdirSync(folder);
    const words = ["npm", "run", "-s", "--prefix", root, "pos", "--"];
    const help = await startWords(home, [...words, "verify", "--help"], folder).ran;
    expect(help.stdout).toMatch(/^Usage: /);
    const { code, stderr } = await startWords(join(home, "new"), [...words, "restore", "backups/1"], folder).ran;
    expect(code).toBe(1);
    expect(stderr).toBe(
      `${join(folder, "backups/1")} holds no backup: name the folder that "backup" made, with its manifest.json.\n`,
    );
  });

  test("commands: print a sentence and create nothing in a folder without data", async () => {
    const folder = join(home, "nothing");
    const { code, stdout, stderr } = await pos(folder, "verify");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      `There is no data in ${folder}. Name the folder with POS_DATA_DIR, or make a demo shop there with npm start.\n`,
    );
    expect(existsSync(folder)).toBe(false);
  });
});

describe("commands: the data folder", () => {
  beforeAll(async () => {
    await stopHost(await startHost(shop));
  });

  test("verify and rebuild say the same with and without a running host", async () => {
    const alone = [await pos(shop, "verify"), await pos(shop, "rebuild")].map(steady);
    const host = await startHost(shop);
    const beside = [await pos(shop, "verify"), await pos(shop, "rebuild")].map(steady);
    expect(beside).toEqual(alone);
    expect(alone.map(({ code }) => code)).toEqual([0, 0]);
    expect(alone[0]?.stdout).toMatch(
      /^2 ledgers, \d+ entries, \d+ facts, \d+ balances in N s, peak memory N MB\n0 differences\n$/,
    );
    expect(statSync(readFileSync(join(shop, "socket"), "utf8")).mode & 0o777).toBe(0o600);
    expect(host.output()).not.toContain('"level":"error"');
    expect(await stopHost(host)).toBe(0);
  });

  test("rebuild: removes a planted difference that verify found", async () => {
    await plantWrongBalances(shop, 1);
    const found = await pos(shop, "verify");
    expect(found.code).toBe(1);
    expect(found.stdout).toMatch(/^BALANCE_DIFFERS loc_\w+\/LEVEL#var_\w+: stored /);
    expect(lastLineOf(found.stdout)).toBe("1 differences");
    const host = await startHost(shop);
    const beside = await pos(shop, "verify");
    expect(steady(beside)).toEqual(steady(found));
    const rebuilt = await pos(shop, "rebuild");
    expect(rebuilt.code).toBe(0);
    expect(lastLineOf(rebuilt.stdout)).toBe("1 balances and 0 guards differed and were written");
    expect(lastLineOf((await pos(shop, "verify")).stdout)).toBe("0 differences");
    await stopHost(host);
  });

  test("of many differences a hundred are shown and the rest is counted", async () => {
    await plantWrongBalances(shop, 103);
    const found = await pos(shop, "verify");
    expect(found.stdout.match(/^BALANCE_DIFFERS /gm)).toHaveLength(100);
    expect(found.stdout).toContain("... and 3 more\n");
    expect(lastLineOf(found.stdout)).toBe("103 differences");
    expect(lastLineOf((await pos(shop, "rebuild")).stdout)).toMatch(/^103 balances/);
  });

  test("rebuild --entries: rebuilds beside a running host that sells, and every sale is booked once", async () => {
    const host = await startHost(shop);
    const credentials = credentialsOf(shop);
    const terminal = await activate(host.url, credentials.terminal.activationCode);
    const operator = await signInOperator(host.url, terminal, credentials);
    const selling = new AbortController();
    let sequence = 0;
    const seller = (async () => {
      while (!selling.signal.aborted) {
        const { data } = await post(host.url, operator, SELL, { input: saleInput(++sequence) });
        expect(data.completeSale.userErrors).toEqual([]);
      }
    })();
    const rebuilt = await pos(shop, "rebuild", "--entries", "--yes");
    selling.abort();
    await seller;
    expect(rebuilt).toMatchObject({ code: 0, stderr: "" });
    expect(rebuilt.stdout).toContain("entries made anew in");
    expect(sequence).toBeGreaterThan(5);
    const verified = await pos(shop, "verify");
    expect(lastLineOf(verified.stdout)).toBe("0 differences");
    await stopHost(host);
  });

  test("of hosts that start at once where one was killed, one runs and the others say why not", async () => {
    const folder = join(home, "rivals");
    const killed = await startHost(folder);
    killed.child.kill("SIGKILL");
    await killed.exited;
    const hosts = await Promise.all([startHost(folder), startHost(folder), startHost(folder)]);
    const serving = hosts.filter(({ url }) => url !== "");
    expect(serving).toHaveLength(1);
    for (const host of hosts) {
      if (host === serving[0]) continue;
      expect(await host.exited).toBe(1);
      expect(host.output()).toContain("Another process runs on the data folder");
    }
    const refused = await pos(folder, "restore", join(home, "backup"));
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("Another process runs on the data folder");
    for (const host of serving) await stopHost(host);
  });

  test("commands typed at once without a host all run", async () => {
    const ran = await Promise.all([pos(shop, "verify"), pos(shop, "rebuild"), pos(shop, "verify")]);
    expect(ran.map(({ code }) => code)).toEqual([0, 0, 0]);
  });

  test("commands: run without the host when it was killed and its socket is dead", async () => {
    const host = await startHost(shop);
    const socket = readFileSync(join(shop, "socket"), "utf8");
    host.child.kill("SIGKILL");
    await host.exited;
    expect(existsSync(socket)).toBe(true);
    expect(lastLineOf((await pos(shop, "verify")).stdout)).toBe("0 differences");
    const next = await startHost(shop);
    expect(next.url).not.toBe("");
    await stopHost(next);
  });

  test("a folder whose path is far longer than a socket's may be works", async () => {
    const folder = join(home, "long".padEnd(200, "-and-longer"));
    const host = await startHost(folder);
    expect(steady(await pos(folder, "verify")).code).toBe(0);
    expect(await stopHost(host)).toBe(0);
    expect(lastLineOf((await pos(folder, "verify")).stdout)).toBe("0 differences");
  });
});

/** A command waits for the host. The kernel lists the socket's listener, and one more for each that has connected to it. */
async function connectedTo(socket: string): Promise<void> {
  const isThere = () => readFileSync("/proc/net/unix", "utf8").split(socket).length > 2;
  for (const end = Date.now() + 30_000; !isThere(); ) {
    if (Date.now() > end) throw new Error("No command has connected.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("commands: the lock owner's socket", () => {
  test("Ctrl+C ends a command with 130; a client that leaves, stays silent or sends garbage has no effect on others", async () => {
    const host = await startHost(shop);
    const socket = readFileSync(join(shop, "socket"), "utf8");
    host.child.kill("SIGSTOP");
    const waiting = startCommand(shop, "verify");
    await connectedTo(socket);
    waiting.child.kill("SIGINT");
    expect((await waiting.ran).code).toBe(130);
    host.child.kill("SIGCONT");

    const silent = connect(socket);
    await say(socket, "nonsense\n");
    await say(socket, '{"name":"verify"}\n');
    await say(socket, '{"name":"nope","args":null}\n');
    const gone = connect(socket);
    gone.write('{"name":"export","args":{"file":null,"merchantId":null}}\n');
    gone.once("data", () => gone.destroy());
    await new Promise((resolve) => gone.once("close", resolve));
    expect(lastLineOf((await pos(shop, "verify")).stdout)).toBe("0 differences");
    expect(await (await fetch(`${host.url}/health`)).json()).toEqual({ status: "ok" });
    expect(host.output()).not.toContain('"level":"error"');
    expect(await stopHost(host)).toBe(0);
    silent.destroy();
  });

  test("a reader that takes its time gets every line", async () => {
    const host = await startHost(shop);
    const whole = await pos(shop, "export");
    const socket = readFileSync(join(shop, "socket"), "utf8");
    const slow = connect(socket);
    slow.write('{"name":"export","args":{"file":null,"merchantId":null}}\n');
    let text = "";
    for await (const chunk of slow.setEncoding("utf8")) {
      text += chunk;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const messages = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(messages.at(-1)).toEqual({ exit: 0 });
    const lines = messages.flatMap(({ line }) => line ?? []);
    expect(lines).toHaveLength(whole.stdout.trim().split("\n").length);
    await stopHost(host);
  });

  test("commands: end quietly when their output is closed, as before | head", async () => {
    const { code, stdout, stderr } = await startWords(shop, [
      "sh",
      "-c",
      `"${process.execPath}" scripts/pos.mjs export | head -n 1`,
    ]).ran;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toBeTypeOf("object");
    expect(stderr).toBe("");
  });

  test("a process of another program is not talked to; one that holds another folder is not taken for this one's", async () => {
    const folder = join(home, "versions");
    await stopHost(await startHost(folder));
    const socket = join(home, "other.sock");
    const id = readFileSync(join(folder, "id"), "utf8");
    const greeting = { program: "pos 99.0.0", folder: id, process: "1" };
    const other = createServer((connection: Socket) =>
      connection.on("error", () => {}).write(`${JSON.stringify(greeting)}\n`),
    );
    await new Promise<void>((resolve) => other.listen(socket, resolve));
    writeFileSync(join(folder, "socket"), socket);
    const { code, stderr } = await pos(folder, "verify");
    expect(code).toBe(1);
    expect(stderr).toMatch(/is pos 99\.0\.0, and this is pos [\d.]+: restart that process with this program\.\n$/);
    const host = await startHost(folder);
    expect(await host.exited).toBe(1);
    greeting.folder = "another";
    expect(lastLineOf((await pos(folder, "verify")).stdout)).toBe("0 differences");
    other.close();
  });

  test("commands: report when the host's process ends before the command", async () => {
    const folder = join(home, "ended");
    await stopHost(await startHost(folder));
    const socket = join(home, "ending.sock");
    const greeting = { program: PROGRAM_VERSION, folder: readFileSync(join(folder, "id"), "utf8"), process: "1" };
    const ending = createServer((connection: Socket) => {
      connection.on("error", () => {}).write(`${JSON.stringify(greeting)}\n`);
      connection.once("data", () => connection.end('{"line":"so far"}\n'));
    });
    await new Promise<void>((resolve) => ending.listen(socket, resolve));
    writeFileSync(join(folder, "socket"), socket);
    const { code, stdout, stderr } = await pos(folder, "verify");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "so far\n" });
    expect(stderr).toContain("ended before the command did");
    ending.close();
  });
});

/** Sends a text to the lock owner and waits until it has ended the connection. */
async function say(socket: string, text: string): Promise<void> {
  const connection = connect(socket);
  connection.write(text);
  connection.resume();
  await new Promise((resolve) => connection.once("close", resolve));
}

/** Levels that their entries do not give. */
async function plantWrongBalances(folder: string, count: number): Promise<void> {
  const engine = await openEmbeddedTable({ folder: join(folder, "table") });
  const { locationId } = credentialsOf(folder);
  for await (const merchantId of allMerchants(engine.table)) {
    const pk = ledgerPk(merchantId, locationId);
    const { items } = await engine.table.query({ pk, limit: count, range: { beginsWith: "LEVEL#" } });
    for (const item of items) {
      const level = JSON.parse(String(item.body));
      await engine.table.write({ op: "put", item: { ...item, body: JSON.stringify({ ...level, quantity: 1 }) } });
    }
    for (let index = items.length; index < count; index++) {
      const sk = `LEVEL#var_PLANTED${index}`;
      await engine.table.write({ op: "put", item: { pk, sk, at: "0001-000000000001", body: "{}" } });
    }
  }
  await engine.close();
}

describe("commands: merchant create", () => {
  const WORDS = ["Lantern & Thread", "GBP", "owner@shop.example", "Main Street", "Europe/London"] as const;
  const made = join(home, "made");

  test("makes a merchant whose owner signs in and sees the location; the address is then taken", async () => {
    const created = await pos(made, "merchant", "create", ...WORDS);
    expect(created).toMatchObject({ code: 0, stderr: "" });
    const [merchant, location] = created.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(location).toEqual({ locationId: expect.stringMatching(/^loc_/), name: "Main Street" });
    const again = await pos(made, "merchant", "create", ...WORDS);
    expect(again).toMatchObject({ code: 1, stdout: "" });
    const host = await startHost(made);
    const owner = await signInOwner(host.url, { owner: merchant });
    const { data } = await post(host.url, owner, "{ me { kind role } locations { name timeZone } }");
    await stopHost(host);
    expect(data).toEqual({
      me: { kind: "STAFF", role: "OWNER" },
      locations: [{ name: "Main Street", timeZone: "Europe/London" }],
    });
    expect((await pos(made, "verify")).stdout).toContain("0 differences");
  });

  test("R7: import facts: an owner signs in with the password that staff set-password prints", async () => {
    const [file, copy] = [join(home, "made.jsonl"), join(home, "imported")];
    expect(await pos(made, "export", file)).toMatchObject({ code: 0 });
    const imported = await pos(copy, "import", "facts", file);
    expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining("staff set-password EMAIL") });
    const set = await pos(copy, "staff", "set-password", "owner@shop.example");
    expect(set).toMatchObject({ code: 0, stderr: "" });
    const owner = JSON.parse(set.stdout);
    expect(await pos(copy, "staff", "set-password", "nobody@shop.example")).toMatchObject({ code: 1, stdout: "" });
    const host = await startHost(copy);
    const token = await signInOwner(host.url, { owner });
    const { data } = await post(host.url, token, "{ me { role } }");
    await stopHost(host);
    expect(data).toEqual({ me: { role: "OWNER" } });
  });

  test("makes nothing of words that are none", async () => {
    const [name, currency, email, place] = WORDS;
    for (const words of [
      [name, currency, email, place],
      [name, currency, email, place, "Europe/Nowhere"],
      [name, currency, email, place, "Europe/London", "more"],
    ])
      expect((await pos(join(home, "unmade"), "merchant", "create", ...words)).code).toBe(2);
    for (const words of [
      [name, "pounds", email, place, "Europe/London"],
      [name, currency, "no address", place, "Europe/London"],
    ]) {
      const refused = await pos(join(home, "unmade"), "merchant", "create", ...words);
      expect(refused).toMatchObject({ code: 1, stdout: "" });
      expect(refused.stderr).not.toMatch(/\n\s+at /);
    }
  });
});
