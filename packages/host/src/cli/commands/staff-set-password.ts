import { setPassword } from "@pos/core/people/staff/index.ts";
import { type Command, CommandFailed, withArguments } from "../../control/command.ts";

/** Lets an owner in who cannot sign in. Access to the data is enough. */
export const staffSetPasswordCommand: Command<{ readonly email: string }> = {
  ...withArguments(
    {
      name: "staff set-password",
      about: `
Gives the person who signs in by an address a new password, makes it at random and prints it once. No password is taken as an
argument, where other programs could read it. Sessions of this person at the dashboard end, and the audit records the change.
After "import facts" this is how an owner gets in: no export has passwords.`,
      positionals: { email: { value: "EMAIL", help: "the address by which the person signs in" } },
      examples: ["npm run -s pos -- staff set-password owner@shop.example"],
      exits: "0 done, 1 a failure, 2 not understood",
    },
    ({ email }) => ({ email }),
  ),
  summary: "gives a person a new password, which is printed once",
  async run({ table, clock }, { email }, output) {
    const password = Buffer.from(clock.randomBytes(15)).toString("base64url");
    const changed = await setPassword({ table, clock, caller: { kind: "nobody" } }, { email, password });
    if (!changed.ok) throw new CommandFailed(changed.failures.map(({ message }) => message).join(" "));
    await output.line(JSON.stringify({ email, password }));
    return 0;
  },
};
