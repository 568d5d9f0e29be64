/**
 * Calls back what is not over in time. All have equally long, so they end in the order in which they began: one timer serves
 * them, where one each would be started and stopped with every request.
 */
export class Deadlines {
  private readonly milliseconds: number;
  /** By what is called back, when it is due. */
  private readonly open = new Map<() => void, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  begin(late: () => void): void {
    this.open.set(late, performance.now() + this.milliseconds);
    if (this.timer === undefined) this.wait(this.milliseconds);
  }

  end(late: () => void): void {
    this.open.delete(late);
  }

  private wait(milliseconds: number): void {
    this.timer = setTimeout(() => this.expire(), milliseconds);
    this.timer.unref();
  }

  private expire(): void {
    this.timer = undefined;
    const now = performance.now();
    for (const [late, dueAt] of this.open) {
      if (dueAt > now) {
        this.wait(dueAt - now);
        return;
      }
      this.open.delete(late);
      late();
    }
  }
}
