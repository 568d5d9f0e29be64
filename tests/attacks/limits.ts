/** What must hold while an attacker works, and how often it is tried. */
export const LIMITS = {
  /** `/health`: this share of the answers within so many milliseconds, and none later than the longest. */
  healthShare: 0.99,
  healthMilliseconds: 250,
  healthLongestMilliseconds: 1_000,
  /** The host's resident memory at its highest. */
  residentMegabytes: 512,
  /** A legitimate terminal's sale, from its first sending until it is acknowledged. */
  saleMilliseconds: 1_000,
  /** What an attack adds to the data folder, with the sales of the legitimate terminals. */
  storedMegabytes: 16,
  /** Runs of each attack: the median counts. Two alike decide it. */
  runs: 3,

  /** A6: guesses at one person's PIN that are looked at, however many terminals the attacker has. */
  guessesOfOnePerson: 30,
  /** A11: sockets of an attacker without connection_init that are open some seconds later. */
  socketsLeft: 200,
  /** A12: connections of refused upgrades that are open some seconds later. */
  refusedLeft: 10,
  /** A17: mails to strangers that one manager sends in a row. */
  mails: 300,
  /** A18: conflicting copies of a cashier that are kept. */
  copiedMegabytes: 10,
  /** A22: events that come after the second that follows a sign-out. */
  eventsAfterSignOut: 0,
} as const;

/** How long things take in a full run and in the gate's slice. */
export interface Extent {
  /** How long a flood lasts. */
  readonly floodMilliseconds: number;
  readonly sockets: number;
  readonly badHandshakes: number;
  readonly terminals: number;
  readonly longSales: number;
}

export const FULL: Extent = {
  floodMilliseconds: 6_000,
  sockets: 10_000,
  badHandshakes: 15_000,
  terminals: 40,
  longSales: 30,
};

export const QUICK: Extent = {
  floodMilliseconds: 1_200,
  sockets: 3_000,
  badHandshakes: 3_000,
  terminals: 12,
  longSales: 10,
};

/** The attacker is another program on the same machine: it gets what the others leave. */
export const ATTACKER_NICENESS = 15;
