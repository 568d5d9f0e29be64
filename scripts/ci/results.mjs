import { readFileSync } from "node:fs";

/**
 * The result of each test over several runs of the test runner. A test may be skipped in one run if it passes in
 * another; it counts once.
 */
export class Results {
  #outcomes = new Map();

  /**
   * Adds a report of the JSON reporter.
   * @returns whether it could be read
   */
  add(path) {
    try {
      for (const { name: file, assertionResults, status } of JSON.parse(readFileSync(path, "utf8")).testResults) {
        const seen = new Map();
        for (const { fullName, status, failureMessages } of assertionResults) {
          // Several tests of a file may share a name.
          const count = (seen.get(fullName) ?? 0) + 1;
          seen.set(fullName, count);
          this.#record(file, `${fullName} ${count}`, status, failureMessages);
        }
        // A report without tests means that the file failed to load.
        if (assertionResults.length === 0) this.#record(file, "the file itself", status);
      }
      return true;
    } catch (error) {
      console.log(`No report of the tests: ${error}`);
      return false;
    }
  }

  #record(file, test, status, messages = []) {
    const key = `${file} > ${test}`;
    const before = this.#outcomes.get(key)?.status;
    if (before === "failed" || (before === "passed" && status !== "failed")) return;
    this.#outcomes.set(key, { file, status, message: messages.join("\n") });
  }

  #having(isWanted) {
    return [...this.#outcomes].filter(([, { status }]) => isWanted(status));
  }

  get passed() {
    return this.#having((status) => status === "passed").length;
  }

  get failed() {
    return this.failures.length;
  }

  /** Name and message of each test that failed. */
  get failures() {
    return this.#having((status) => status === "failed").map(([name, { message }]) => ({ name, message }));
  }

  /** Names of the tests that no run executed. */
  get skipped() {
    return this.#having((status) => status !== "passed" && status !== "failed").map(([name]) => name);
  }

  /** The files of these tests. */
  get skippedFiles() {
    const open = this.#having((status) => status !== "passed" && status !== "failed");
    return [...new Set(open.map(([, { file }]) => file))];
  }
}
