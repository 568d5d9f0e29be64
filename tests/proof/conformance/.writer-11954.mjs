// packages/core/src/table/embedded/table.ts
import { mkdir } from "node:fs/promises";

// packages/core/src/table/port/port.ts
var TableUnavailable = class extends Error {
  name = "TableUnavailable";
  outcome;
  constructor(outcome, message, options) {
    super(message, options);
    this.outcome = outcome;
  }
};
var TableLimit = class extends Error {
  name = "TableLimit";
};

// packages/core/src/table/port/commits.ts
var JOBS_MAX = 2e3;
function createCommits(root, beforeCommit, afterCommit) {
  let waiting = [];
  let pumping;
  let closed = false;
  async function commit() {
    let taken = [];
    try {
      await root.childTransaction(() => {
        taken = waiting;
        waiting = taken.length > JOBS_MAX ? taken.splice(JOBS_MAX) : [];
        for (const job of taken) job.run();
        root.committed.then(ignore, ignore);
        beforeCommit();
      });
    } catch (cause) {
      failAll(taken, cause);
      return;
    }
    for (const job of taken) job.settle();
    afterCommit();
  }
  function failAll(taken, cause) {
    silence(cause);
    const failed = taken.length > 0 ? taken : waiting;
    if (taken.length === 0) waiting = [];
    const outcome = taken.length > 0 ? "unknown" : "none";
    const error = new TableUnavailable(outcome, "The commit failed: check the disk and try again", { cause });
    for (const job of failed) job.fail(error);
  }
  async function pump() {
    while (waiting.length > 0) await commit();
    pumping = void 0;
  }
  return {
    submit(run) {
      if (closed) return Promise.reject(new TableUnavailable("none", "The table is closed"));
      return new Promise((resolve, reject) => {
        waiting.push(jobOf(run, resolve, reject));
        pumping ??= pump();
      });
    },
    async close() {
      closed = true;
      await pumping;
    }
  };
}
function jobOf(run, resolve, reject) {
  let settle;
  return {
    run() {
      try {
        const value = run();
        settle = () => resolve(value);
      } catch (error) {
        if (!(error instanceof TableLimit)) throw error;
        settle = () => reject(error);
      }
    },
    settle: () => settle?.(),
    fail: reject
  };
}
function silence(cause) {
  if (!(cause instanceof Error) || !("commitError" in cause)) return;
  const detail = cause.commitError;
  if (detail instanceof Promise) detail.catch(ignore);
}
function ignore() {
}

// packages/core/src/table/port/order.ts
function joined(key) {
  return `${key.pk}\0${key.sk}`;
}
function positionOf(key) {
  return `${key.indexSk}\0${key.pk}\0${key.sk}`;
}
function parsePosition(after) {
  if (after.split("\0").length !== 3) throw new TableLimit("after is not a position in this index: pass a page's next");
  return after;
}

// packages/core/src/table/port/limits.ts
var TABLE_LIMITS = {
  itemBytesMax: 400 * 1024,
  transactionWritesMax: 100,
  transactionBytesMax: 4 * 1024 * 1024,
  batchGetKeysMax: 100,
  queryLimitMax: 1e3,
  /** DynamoDB allows 2,048 and 1,024; the embedded engine allows 1,978 for one whole index key. */
  keyPartBytesMax: 600
};

// packages/core/src/table/port/size.ts
function sizeOf(item) {
  return sizeOfAttributes(item);
}
function sizeOfAttributes(attributes) {
  let bytes = 0;
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== void 0) bytes += Buffer.byteLength(name) + sizeOfValue(value);
  }
  return bytes;
}
function sizeOfValue(value) {
  if (typeof value === "string") return Buffer.byteLength(value);
  if (typeof value === "number") return sizeOfNumber(value);
  if (value === null || typeof value === "boolean") return 1;
  let bytes = 3;
  if (isList(value)) {
    for (const element of value) bytes += 1 + sizeOfValue(element);
    return bytes;
  }
  for (const name in value) {
    const element = value[name];
    if (element !== void 0) bytes += 1 + Buffer.byteLength(name) + sizeOfValue(element);
  }
  return bytes;
}
function sizeOfNumber(value) {
  const digits = String(Math.abs(value)).replace(/e.*$/, "").replace(".", "").replace(/^0+|0+$/g, "").length;
  return Math.ceil(digits / 2) + 1 + (value < 0 ? 1 : 0);
}
function isList(value) {
  return Array.isArray(value);
}

// packages/core/src/table/port/validate.ts
var INDEX_KEY_BYTES_MAX = 1975;
var NESTING_MAX = 32;
var NUMBER_LEAST = 1e-130;
var NUMBER_BYTES_MAX = 11;
var INDEX_ATTRIBUTES = ["gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk"];
function checkKey(key) {
  checkKeyPart(key.pk, "pk");
  checkKeyPart(key.sk, "sk");
}
function checkBatchGet(keys) {
  const max = TABLE_LIMITS.batchGetKeysMax;
  if (keys.length > max) throw new TableLimit(`batchGet takes up to ${max} keys, not ${keys.length}: split the batch`);
  for (const key of keys) checkKey(key);
  checkDistinct(keys);
}
function checkQuery(query) {
  checkKeyPart(query.pk, "query pk");
  const max = TABLE_LIMITS.queryLimitMax;
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > max) {
    throw new TableLimit(`A query's limit is 1 to ${max}, not ${query.limit}: page with "after"`);
  }
  const range = query.range;
  if (range === void 0) return;
  if ("beginsWith" in range) checkKeyPart(range.beginsWith, "range beginsWith");
  if ("above" in range) checkKeyPart(range.above, "range above");
  if ("below" in range) checkKeyPart(range.below, "range below");
  if (!("between" in range)) return;
  const [low, high] = range.between;
  checkKeyPart(low, "range between low");
  checkKeyPart(high, "range between high");
  if (Buffer.compare(Buffer.from(low), Buffer.from(high)) > 0) {
    throw new TableLimit("A range between needs its low end first: swap the two");
  }
}
function checkWrite(write2) {
  if (write2.op === "check") throw new TableLimit("A check is allowed only in a transaction: read the item instead");
  return checkOperation(write2);
}
function checkTransaction(writes) {
  const max = TABLE_LIMITS.transactionWritesMax;
  if (writes.length < 1 || writes.length > max) {
    throw new TableLimit(`A transaction takes 1 to ${max} writes, not ${writes.length}: split the plan`);
  }
  let bound = 0;
  for (const write2 of writes) bound += checkOperation(write2);
  checkDistinct(writes.map(keyOf));
  const bytesMax = TABLE_LIMITS.transactionBytesMax;
  if (bound > bytesMax) {
    let bytes = 0;
    for (const write2 of writes) bytes += exactBytes(write2);
    if (bytes > bytesMax) throw new TableLimit(`A transaction is ${bytes} bytes, over ${bytesMax}: split the plan`);
  }
  return bound;
}
function keyOf(write2) {
  return write2.op === "put" ? write2.item : write2.key;
}
function checkItem(item) {
  checkKey(item);
  const bound = checkAttributes(item);
  if (bound > TABLE_LIMITS.itemBytesMax) {
    const bytes = sizeOf(item);
    if (bytes > TABLE_LIMITS.itemBytesMax) {
      throw new TableLimit(`Item ${named(item)} is ${bytes} bytes, over 400 KB: split it into several items`);
    }
  }
  checkIndexKey(item, item.gsi1pk, item.gsi1sk);
  checkIndexKey(item, item.gsi2pk, item.gsi2sk);
  return bound;
}
function checkOperation(write2) {
  if (write2.if !== void 0) checkCondition(write2.if);
  if (write2.op === "put") return checkItem(write2.item);
  checkKey(write2.key);
  if (write2.op !== "update") return write2.key.pk.length + write2.key.sk.length;
  const names = [...Object.keys(write2.set ?? {}), ...Object.keys(write2.add ?? {}), ...write2.remove ?? []];
  for (const name of names) {
    checkName(name);
    if (name === "pk" || name === "sk") throw new TableLimit(`An update cannot change ${name}: delete and put instead`);
  }
  if (new Set(names).size !== names.length) {
    throw new TableLimit(`An update of ${named(write2.key)} names an attribute twice: merge the two changes`);
  }
  for (const name in write2.add) {
    if (isIndexAttribute(name)) throw new TableLimit(`${name} is a string of an index: set it instead of adding`);
    if (!Number.isSafeInteger(write2.add[name])) {
      throw new TableLimit(`An update adds safe integers only, not ${write2.add[name]} to ${name}: add minor units`);
    }
  }
  let bound = write2.key.pk.length * 3 + write2.key.sk.length * 3 + names.length * NUMBER_BYTES_MAX;
  if (write2.set !== void 0) bound += checkAttributes(write2.set);
  return bound;
}
function checkAttributes(attributes) {
  let bound = 0;
  for (const name in attributes) {
    checkName(name);
    bound += name.length * 3 + checkValue(attributes[name], name, 1);
  }
  for (const name of INDEX_ATTRIBUTES) {
    if (attributes[name] !== void 0) checkKeyPart(attributes[name], name);
  }
  const ttl = attributes.ttl;
  if (ttl !== void 0 && !(typeof ttl === "number" && Number.isSafeInteger(ttl) && ttl >= 0)) {
    throw new TableLimit("ttl is whole seconds since 1970: divide milliseconds by 1,000 and round");
  }
  return bound;
}
function checkValue(value, name, depth) {
  if (typeof value === "string") {
    if (isBroken(value)) throw new TableLimit(`${name} holds half a character (a lone surrogate): cut whole ones`);
    return value.length * 3;
  }
  if (typeof value === "number") return checkNumber(value, name);
  if (value === null || typeof value === "boolean") return 1;
  if (typeof value !== "object") throw new TableLimit(`${name} holds ${typeof value}: leave the attribute out`);
  if (depth >= NESTING_MAX) throw new TableLimit(`${name} nests deeper than ${NESTING_MAX} levels: flatten it`);
  let bound = 3;
  if (isList(value)) {
    for (let index = 0; index < value.length; index++) bound += 1 + checkValue(value[index], name, depth + 1);
    return bound;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TableLimit(`${name} holds an instance of a class: store plain data`);
  }
  for (const inner in value) {
    checkName(inner);
    bound += 1 + inner.length * 3 + checkValue(value[inner], inner, depth + 1);
  }
  return bound;
}
function checkNumber(value, name) {
  const kept = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value) && Math.abs(value) >= NUMBER_LEAST;
  if (!kept) throw new TableLimit(`${name} is ${value}, which the table cannot keep exactly: store it as a string`);
  return NUMBER_BYTES_MAX;
}
function checkCondition(condition) {
  if (condition.is !== "equal") return;
  for (const name in condition.to) {
    checkName(name);
    const value = condition.to[name];
    if (typeof value === "object" && value !== null) throw new TableLimit(`${name}: a condition compares scalars only`);
    checkValue(value, name, 1);
  }
}
function checkName(name) {
  if (name === "") throw new TableLimit("An attribute needs a name of at least one character");
  if (name === "__proto__") throw new TableLimit("__proto__ cannot name an attribute: choose another name");
  if (isBroken(name)) throw new TableLimit("An attribute's name holds half a character (a lone surrogate)");
}
function checkKeyPart(part, what) {
  if (typeof part !== "string") throw new TableLimit(`${what} is a string, not ${typeof part}`);
  if (part === "") throw new TableLimit(`${what} is empty: a key part has at least one byte`);
  if (part.includes("\0")) throw new TableLimit(`${what} contains U+0000: keys separate their parts by it`);
  if (isBroken(part)) throw new TableLimit(`${what} holds half a character (a lone surrogate): cut whole ones`);
  const max = TABLE_LIMITS.keyPartBytesMax;
  if (part.length * 3 > max && Buffer.byteLength(part) > max)
    throw new TableLimit(`${what} is over ${max} bytes: shorten it`);
}
function checkIndexKey(key, indexPk, indexSk) {
  if (indexPk === void 0 || indexSk === void 0) return;
  if ((key.pk.length + key.sk.length + indexPk.length + indexSk.length) * 3 <= INDEX_KEY_BYTES_MAX) return;
  const bytes = Buffer.byteLength(key.pk + key.sk + indexPk + indexSk);
  if (bytes > INDEX_KEY_BYTES_MAX) {
    throw new TableLimit(
      `The key of ${named(key)} and its index key are ${bytes} bytes, over ${INDEX_KEY_BYTES_MAX}: shorten them`
    );
  }
}
function checkDistinct(keys) {
  const twice = keys.length > FEW_KEYS ? twiceAmongMany(keys) : twiceAmongFew(keys);
  if (twice !== void 0) throw new TableLimit(`Key ${named(twice)} occurs twice: merge the two`);
}
var FEW_KEYS = 8;
function twiceAmongFew(keys) {
  for (let index = 1; index < keys.length; index++) {
    const key = keys[index];
    for (let before = 0; before < index; before++) {
      const { pk, sk } = keys[before];
      if (sk === key.sk && pk === key.pk) return key;
    }
  }
  return void 0;
}
function twiceAmongMany(keys) {
  const seen = /* @__PURE__ */ new Set();
  for (const key of keys) {
    const name = joined(key);
    if (seen.has(name)) return key;
    seen.add(name);
  }
  return void 0;
}
function exactBytes(write2) {
  if (write2.op === "put") return sizeOf(write2.item);
  const bytes = Buffer.byteLength(write2.key.pk) + Buffer.byteLength(write2.key.sk) + 4;
  return write2.op === "update" && write2.set !== void 0 ? bytes + sizeOfAttributes(write2.set) : bytes;
}
function isBroken(text3) {
  return !text3.isWellFormed();
}
function isIndexAttribute(name) {
  return name.startsWith("gsi") && INDEX_ATTRIBUTES.some((attribute) => attribute === name);
}
function named(key) {
  return `${key.pk} / ${key.sk}`;
}

// packages/core/src/table/embedded/databases.ts
import { open } from "lmdb";

// packages/core/src/table/embedded/item-cache.ts
var GENERATION_MAX = 2e3;
var BYTES_MAX = 4096;
function createItemCache(decode) {
  let young = /* @__PURE__ */ new Map();
  let old = /* @__PURE__ */ new Map();
  function keep(name, known) {
    if (young.size >= GENERATION_MAX) {
      old = young;
      young = /* @__PURE__ */ new Map();
    }
    young.set(name, known);
  }
  return {
    read(name, bytes) {
      const fromYoung = young.get(name);
      const known = fromYoung ?? old.get(name);
      if (known !== void 0 && known.bytes.compare(bytes, 0, bytes.length) === 0) {
        if (fromYoung === void 0) keep(name, known);
        return known.item;
      }
      const item = decode(bytes);
      if (item.body === void 0 && bytes.length <= BYTES_MAX)
        keep(name, { bytes: Buffer.from(bytes.subarray(0, bytes.length)), item: frozen(item) });
      return item;
    }
  };
}
function frozen(value) {
  if (typeof value !== "object" || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

// packages/core/src/table/embedded/databases.ts
var MAP_BYTES = process.platform === "win32" ? {} : { mapSize: 4 * 2 ** 30 };
function openRoot(folder2) {
  return open({ path: folder2, noSubdir: false, overlappingSync: false, maxDbs: 12, encoding: "msgpack", ...MAP_BYTES });
}
function openDatabases(root) {
  const options = { keyEncoder: textKeys, encoding: "msgpack", encoder: { useRecords: false } };
  const items = root.openDB("items", options);
  const textsOnly = { keyEncoder: textKeys, encoding: "binary" };
  const keysOnly = { keyEncoding: "binary", encoding: "binary" };
  const encoder = encoderOf(items);
  const known = createItemCache((bytes) => encoder.decode(bytes));
  return {
    items,
    gsi1: root.openDB("gsi1", textsOnly),
    gsi2: root.openDB("gsi2", textsOnly),
    ttl: root.openDB("ttl", keysOnly),
    changes: root.openDB("changes", keysOnly),
    meta: root.openDB("meta", { encoding: "msgpack" }),
    getItem(name) {
      const bytes = items.getBinaryFast(name);
      return bytes && known.read(name, bytes);
    },
    encode: (item) => encoder.encode(item)
  };
}
var textKeys = {
  writeKey(key, target, start) {
    if (typeof key === "string") return start + target.write(key, start);
    target.set(key, start);
    return start + key.length;
  },
  readKey: (source, start, end) => source.toString("utf8", start, end)
};
function encoderOf(items) {
  if (!("encoder" in items)) throw new Error("lmdb has no encoder for the items");
  return items.encoder;
}

// packages/core/src/table/embedded/keys.ts
function parseKey(name) {
  const [pk = "", sk = ""] = name.split("\0");
  return { pk, sk };
}
function indexKeyText(key) {
  return `${key.indexPk}\0${key.indexSk}\0${key.pk}\0${key.sk}`;
}
function parseIndexKey(name) {
  const [indexPk = "", indexSk = "", pk = "", sk = ""] = name.split("\0");
  return { indexPk, indexSk, pk, sk };
}
function ttlKey(seconds, name) {
  return Buffer.concat([numberKey(seconds), Buffer.from(name)]);
}
function numberKey(value) {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeUInt32BE(Math.floor(value / 4294967296), 0);
  bytes.writeUInt32BE(value % 4294967296, 4);
  return bytes;
}
function parseNumberKey(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
  return view.getUint32(0) * 4294967296 + view.getUint32(4);
}
function keyRangeOf(query) {
  const within = rangeOf(query.pk, query.range);
  if (query.after === void 0) return within;
  const after = `${query.pk}\0${query.after}`;
  if (query.reverse === true) return { low: within.low, high: least(within.high, Buffer.from(after)) };
  return { low: greatest(within.low, Buffer.from(`${after}`)), high: within.high };
}
function rangeOf(pk, range) {
  const whole = { low: Buffer.from(`${pk}\0`), high: Buffer.from(`${pk}`) };
  if (range === void 0) return whole;
  if ("above" in range) return { low: Buffer.from(`${pk}\0${range.above}`), high: whole.high };
  if ("below" in range) return { low: whole.low, high: Buffer.from(`${pk}\0${range.below}`) };
  if ("between" in range) {
    const [low2, high2] = range.between;
    return { low: Buffer.from(`${pk}\0${low2}`), high: Buffer.from(`${pk}\0${high2}`) };
  }
  const low = Buffer.from(`${pk}\0${range.beginsWith}`);
  const high = Buffer.from(low);
  high[high.length - 1] = (high[high.length - 1] ?? 0) + 1;
  return { low, high };
}
function least(left, right) {
  return Buffer.compare(left, right) <= 0 ? left : right;
}
function greatest(left, right) {
  return Buffer.compare(left, right) >= 0 ? left : right;
}
function text(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}

// packages/core/src/table/embedded/writes.ts
import { asBinary } from "lmdb";

// packages/core/src/table/port/rules.ts
function holds(condition, item) {
  if (condition === void 0) return true;
  if (condition.is === "absent") return item === void 0;
  if (item === void 0) return false;
  if (condition.is === "present") return true;
  for (const name in condition.to) {
    if (item[name] !== condition.to[name]) return false;
  }
  return true;
}
function updated(item, write2) {
  const result = {
    ...item,
    pk: write2.key.pk,
    sk: write2.key.sk
  };
  for (const name in write2.set) result[name] = write2.set[name];
  for (const name in write2.add) {
    const current = result[name] ?? 0;
    if (typeof current !== "number") throw new TableLimit(`${name} is no number, so nothing can be added to it`);
    result[name] = current + (write2.add[name] ?? 0);
  }
  for (const name of write2.remove ?? []) delete result[name];
  const left = result;
  checkItem(left);
  return left;
}
function indexKey(item, index) {
  if (item === void 0) return void 0;
  const indexPk = index === "gsi1" ? item.gsi1pk : item.gsi2pk;
  const indexSk = index === "gsi1" ? item.gsi1sk : item.gsi2sk;
  if (indexPk === void 0 || indexSk === void 0) return void 0;
  return { indexPk, indexSk, pk: item.pk, sk: item.sk };
}
function copyItem(item) {
  return copyAttributes(item);
}
function copyWrite(write2) {
  switch (write2.op) {
    case "put":
      return { ...write2, ...copiedCondition(write2.if), item: copyItem(write2.item) };
    case "update":
      return {
        ...write2,
        ...copiedCondition(write2.if),
        key: { pk: write2.key.pk, sk: write2.key.sk },
        ...write2.set === void 0 ? {} : { set: copyAttributes(write2.set) },
        ...write2.add === void 0 ? {} : { add: { ...write2.add } },
        ...write2.remove === void 0 ? {} : { remove: [...write2.remove] }
      };
    case "delete":
      return { ...write2, ...copiedCondition(write2.if), key: { pk: write2.key.pk, sk: write2.key.sk } };
    case "check":
      return { op: "check", key: { pk: write2.key.pk, sk: write2.key.sk }, if: copyCondition(write2.if) };
  }
}
function copiedCondition(condition) {
  return condition === void 0 ? {} : { if: copyCondition(condition) };
}
function copyCondition(condition) {
  return condition.is === "equal" ? { is: "equal", to: { ...condition.to } } : condition;
}
function copyAttributes(attributes) {
  const copy = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== void 0) copy[name] = copyValue(value);
  }
  return copy;
}
function copyValue(value) {
  if (typeof value === "number") return value === 0 ? 0 : value;
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map(copyValue) : copyAttributes(value);
}

// packages/core/src/table/embedded/writes.ts
var NOT_INDEXED = { gsi1: void 0, gsi2: void 0, ttl: void 0 };
var EMPTY = asBinary(Buffer.alloc(0));
var APPEND = { append: true };
function prepare(databases, filter, write2) {
  const { pk, sk } = keyOf(write2);
  const name = joined({ pk, sk });
  const isLogged = write2.op !== "check" && filter.some((prefix) => sk.startsWith(prefix));
  if (write2.op !== "put") return { write: copyWrite(write2), name, next: void 0, isLogged };
  const next = stored(databases, write2.item);
  const condition = write2.if?.is === "equal" ? { is: write2.if.is, to: { ...write2.if.to } } : write2.if;
  const copy = { op: "put", item: { pk, sk }, ...condition === void 0 ? {} : { if: condition } };
  return { write: copy, name, next, isLogged };
}
function writeOne(databases, log, prepared) {
  const plan = planOf(databases, prepared);
  if (!plan.holds) return { ok: false, item: plan.current ?? databases.getItem(prepared.name) };
  put(databases, log, prepared, plan);
  return { ok: true };
}
function writeAll(databases, log, writes) {
  const plans = writes.map((prepared) => planOf(databases, prepared));
  if (plans.some((plan) => !plan.holds)) {
    return { ok: false, reasons: plans.map((plan) => plan.holds ? "none" : "condition") };
  }
  for (const [index, plan] of plans.entries()) {
    const prepared = writes[index];
    if (prepared !== void 0 && prepared.write.op !== "check") put(databases, log, prepared, plan);
  }
  return { ok: true };
}
function planOf(databases, prepared) {
  const { write: write2, name, next } = prepared;
  if (write2.if?.is === "absent") {
    const isAbsent = !databases.items.doesExist(name);
    const result2 = isAbsent && write2.op === "update" ? stored(databases, updated(void 0, write2)) : next;
    return { holds: isAbsent, current: void 0, next: result2 };
  }
  const current = databases.getItem(name);
  if (!holds(write2.if, current)) return { holds: false, current, next: void 0 };
  const result = write2.op === "update" ? stored(databases, updated(current, write2)) : next;
  return { holds: true, current, next: result };
}
function put(databases, log, prepared, plan) {
  const { name } = prepared;
  const { next, current } = plan;
  if (next === void 0 && current === void 0) return;
  if (next === void 0) databases.items.removeSync(name);
  else databases.items.putSync(name, asBinary(next.bytes));
  const from = current === void 0 ? NOT_INDEXED : indexKeysOf(current);
  const to = next === void 0 ? NOT_INDEXED : next.indexKeys;
  if (from.gsi1 !== to.gsi1) move(databases.gsi1, from.gsi1, to.gsi1);
  if (from.gsi2 !== to.gsi2) move(databases.gsi2, from.gsi2, to.gsi2);
  if (from.ttl !== to.ttl) {
    if (from.ttl !== void 0) databases.ttl.removeSync(ttlKey(from.ttl, name));
    if (to.ttl !== void 0) databases.ttl.putSync(ttlKey(to.ttl, name), EMPTY);
  }
  if (!prepared.isLogged) return;
  databases.changes.putSync(numberKey(log.nextSequence), asBinary(Buffer.from(name)), APPEND);
  log.nextSequence += 1;
  log.hasGrown = true;
}
function move(index, from, to) {
  if (from !== void 0) index.removeSync(from);
  if (to !== void 0) index.putSync(to, EMPTY);
}
function stored(databases, item) {
  return { bytes: databases.encode(item), indexKeys: indexKeysOf(item) };
}
function indexKeysOf(item) {
  const gsi1 = indexKey(item, "gsi1");
  const gsi2 = indexKey(item, "gsi2");
  return {
    gsi1: gsi1 === void 0 ? void 0 : indexKeyText(gsi1),
    gsi2: gsi2 === void 0 ? void 0 : indexKeyText(gsi2),
    ttl: item.ttl
  };
}

// packages/core/src/table/embedded/log.ts
var TRIM_CHUNK_MAX = 1e3;
var TRIMMED = "trimmed";
function createEmbeddedLog(databases, state) {
  const { meta } = databases;
  const listeners = /* @__PURE__ */ new Set();
  const unsaved = /* @__PURE__ */ new Map();
  state.nextSequence = lastSequence(databases) + 1;
  return {
    stream: {
      async read(checkpoint, limit) {
        return readChanges(databases, checkpoint === void 0 ? 0 : parseCheckpoint(checkpoint), limit);
      },
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      }
    },
    beforeCommit() {
      for (const [reader, checkpoint] of unsaved) meta.putSync(`checkpoint ${reader}`, checkpoint);
      unsaved.clear();
    },
    hasRiders: () => unsaved.size > 0,
    afterCommit() {
      if (!state.hasGrown) return;
      state.hasGrown = false;
      for (const listener of listeners) queueMicrotask(listener);
    },
    async trim(commits, checkpoint) {
      const last = Math.min(parseCheckpoint(checkpoint), state.nextSequence - 1);
      while (await commits.submit(() => trimChunk(databases, last))) ;
    },
    async purgeExpired(commits, filter, until) {
      return purge(databases, until, (name) => {
        const item = databases.getItem(name);
        if (item?.ttl === void 0) return Promise.resolve(false);
        const still = { is: "equal", to: { ttl: item.ttl } };
        const prepared = prepare(databases, filter, { op: "delete", key: item, if: still });
        return commits.submit(() => writeOne(databases, state, prepared).ok);
      });
    },
    loadCheckpoint: (reader) => unsaved.get(reader) ?? meta.get(`checkpoint ${reader}`),
    saveCheckpoint(reader, checkpoint) {
      parseCheckpoint(checkpoint);
      unsaved.set(reader, checkpoint);
    }
  };
}
function readChanges(databases, checkpoint, limit) {
  const changes = [];
  let last = checkpoint;
  for (const { key: sequence, value } of databases.changes.getRange({ start: numberKey(checkpoint + 1), limit })) {
    if (!(value instanceof Uint8Array)) throw new Error("The change log holds something else than keys");
    const name = text(value);
    changes.push({
      key: parseKey(name),
      get item() {
        return databases.getItem(name);
      }
    });
    last = parseNumberKey(sequence);
  }
  return { changes, checkpoint: String(last) };
}
function trimChunk(databases, last) {
  const keys = [...databases.changes.getKeys({ start: numberKey(0), end: numberKey(last + 1), limit: TRIM_CHUNK_MAX })];
  for (const key of keys) databases.changes.removeSync(key);
  const trimmed = Number(databases.meta.get(TRIMMED) ?? 0);
  if (keys.length > 0 && last > trimmed) databases.meta.putSync(TRIMMED, String(last));
  return keys.length === TRIM_CHUNK_MAX;
}
async function purge(databases, until, remove) {
  const end = numberKey(Math.max(0, Math.floor(until.nowSeconds) + 1));
  const expired = [...databases.ttl.getKeys({ start: numberKey(0), end, limit: until.limit })];
  const removed = await Promise.all(expired.map((key) => remove(text(key.subarray(8)))));
  return removed.filter((wasThere) => wasThere).length;
}
function lastSequence(databases) {
  const [last] = [...databases.changes.getKeys({ reverse: true, limit: 1 })];
  return Math.max(last === void 0 ? 0 : parseNumberKey(last), Number(databases.meta.get(TRIMMED) ?? 0));
}
function parseCheckpoint(checkpoint) {
  const sequence = Number(checkpoint);
  if (!/^\d+$/.test(checkpoint) || !Number.isSafeInteger(sequence)) {
    throw new TableLimit(`"${checkpoint}" is no checkpoint of this stream: pass on what a batch gave`);
  }
  return sequence;
}

// packages/core/src/table/embedded/table.ts
var PAGE_BYTES_MAX = 1024 * 1024;
async function openEmbeddedTable(options) {
  const root = openRoot(options.folder);
  const databases = openDatabases(root);
  const filter = options.streamFilter ?? [];
  const state = { nextSequence: 1, hasGrown: false };
  const log = createEmbeddedLog(databases, state);
  const commits = createCommits(root, log.beforeCommit, log.afterCommit);
  return {
    table: createTable({ databases, commits, filter, state }),
    stream: log.stream,
    trimChanges: (checkpoint) => log.trim(commits, checkpoint),
    loadCheckpoint: log.loadCheckpoint,
    saveCheckpoint: log.saveCheckpoint,
    purgeExpired: (nowSeconds, limit) => log.purgeExpired(commits, filter, { nowSeconds, limit }),
    getMeta: (name) => databases.meta.get(`setting ${name}`),
    async putMeta(name, value) {
      await commits.submit(() => databases.meta.putSync(`setting ${name}`, value));
    },
    async backup(folder2) {
      await mkdir(folder2, { recursive: true });
      await root.backup(folder2, false);
    },
    async close() {
      if (log.hasRiders()) await commits.submit(() => {
      });
      await commits.close();
      await root.close();
    }
  };
}
function createTable({ databases, commits, filter, state }) {
  return {
    async get(key) {
      checkKey(key);
      return reading(() => databases.getItem(joined(key)));
    },
    async batchGet(keys) {
      checkBatchGet(keys);
      return reading(() => keys.map((key) => databases.getItem(joined(key))));
    },
    async query(query) {
      checkQuery(query);
      return reading(() => readItems(databases, query));
    },
    async queryIndex(query) {
      checkQuery(query);
      await new Promise((resolve) => setImmediate(resolve));
      return reading(() => readIndex(databases, query));
    },
    async write(write2) {
      checkWrite(write2);
      const prepared = prepare(databases, filter, write2);
      return commits.submit(() => writeOne(databases, state, prepared));
    },
    async transact(writes) {
      checkTransaction(writes);
      const prepared = writes.map((write2) => prepare(databases, filter, write2));
      return commits.submit(() => writeAll(databases, state, prepared));
    }
  };
}
function readItems(databases, query) {
  const items = [];
  let bytes = 0;
  for (const { value } of databases.items.getRange(rangeOf2(query))) {
    const item = value;
    const last = items.at(-1);
    if (last !== void 0 && (items.length === query.limit || bytes > PAGE_BYTES_MAX)) return { items, next: last.sk };
    items.push(item);
    bytes += roughBytes(item);
  }
  return { items };
}
function readIndex(databases, query) {
  if (query.after !== void 0) parsePosition(query.after);
  const items = [];
  for (const name of databases[query.index].getKeys(rangeOf2(query))) {
    const last = items.at(-1);
    if (last !== void 0 && items.length === query.limit) return { items, next: positionOf(last) };
    items.push(parseIndexKey(String(name)));
  }
  return { items };
}
function rangeOf2(query) {
  const { low, high } = keyRangeOf(query);
  const limit = query.limit + 1;
  if (query.reverse !== true) return { start: low, end: high, limit };
  return { start: high, end: low, limit, reverse: true, exclusiveStart: true, inclusiveEnd: true };
}
function roughBytes(item) {
  let bytes = 0;
  for (const name in item) {
    const value = item[name];
    if (typeof value === "string") bytes += value.length;
    else if (typeof value === "object" && value !== null) bytes += JSON.stringify(value).length;
  }
  return bytes;
}
function reading(read) {
  try {
    return read();
  } catch (cause) {
    throw new TableUnavailable("none", "The table cannot be read: is it closed?", { cause });
  }
}

// tests/proof/conformance/writer.ts
var [folder = "", round = ""] = process.argv.slice(2);
var { table } = await openEmbeddedTable({ folder, streamFilter: ["fact#"] });
var WRITERS = 16;
var text2 = "x".repeat(2e3);
async function write(writer) {
  for (let count = 0; ; count++) {
    const name = `${round}-${writer}-${count}.`;
    await table.transact([
      { op: "put", item: { pk: name, sk: "fact#1", name, text: text2 }, if: { is: "absent" } },
      { op: "put", item: { pk: round, sk: name }, if: { is: "absent" } },
      { op: "put", item: { pk: name, sk: "fact#2", name, gsi1pk: round, gsi1sk: name }, if: { is: "absent" } }
    ]);
    process.stdout.write(`${name}
`);
  }
}
await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
