/**
 * The longest stretch for which this process worked without giving way, in milliseconds of CPU time: time in which others had
 * the machine does not count.
 */
export function watchBlocking(): { readonly longest: () => number; readonly stop: () => void } {
  let longest = 0;
  let isOver = false;
  let before = process.cpuUsage();
  const look = () => {
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    before = process.cpuUsage();
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  return {
    longest: () => longest,
    stop() {
      isOver = true;
    },
  };
}
