import type { Attack } from "./attack.ts";
import { cycles, wideSales } from "./programs/answers.ts";
import { folderMode, forwardedMail, limitedOwner, origins, poison, sequences } from "./programs/doors.ts";
import { copies, mails } from "./programs/quotas.ts";
import { lockOut, pins, signIns, staleCodes } from "./programs/secrets.ts";
import { badHandshakes, idleSockets, longMessages, refusedUpgrades, signedOut } from "./programs/sockets.ts";
import { contentTypes, decimals, scalars, suggestions } from "./programs/text.ts";

/** In the order in which the gate's slice runs them on one host: what a host remembers of an attacker comes late. */
export const attacks: readonly Attack[] = [
  ...[decimals, suggestions, contentTypes, scalars, longMessages],
  ...[cycles, wideSales],
  ...[refusedUpgrades, badHandshakes, idleSockets, signedOut],
  ...[forwardedMail, folderMode, origins, limitedOwner, staleCodes, poison, copies, sequences, mails],
  ...[lockOut, signIns, pins],
];
