/** What takes longer than this is not done at every key. */
const quick = 10;
/** How long nobody types before it is done. */
const pause = 150;

/** Does something at once while it is quick, and else once there is a pause. */
export class Later {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #took = 0;

  constructor(private readonly act: () => void) {}

  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), pause);
    if (this.#took <= quick) this.now();
  }

  /** Does now what is still to be done. */
  now(): void {
    if (this.#timer === undefined) return;
    this.cancel();
    const began = performance.now();
    this.act();
    this.#took = performance.now() - began;
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
