/** Puts off what is told while something is being pressed: it would move the button from under the finger. */
export class Pressing {
  #waiting: (() => void)[] | null = null;

  constructor(private readonly element: HTMLElement) {}

  connect(): void {
    this.element.addEventListener('pointerdown', this.#press);
    addEventListener('pointerup', this.#release);
    addEventListener('pointercancel', this.#release);
  }

  disconnect(): void {
    this.element.removeEventListener('pointerdown', this.#press);
    removeEventListener('pointerup', this.#release);
    removeEventListener('pointercancel', this.#release);
    this.#waiting = null;
  }

  /** Whether it has to wait; it is then done after the press. */
  wait(act: () => void): boolean {
    this.#waiting?.push(act);
    return this.#waiting !== null;
  }

  readonly #press = (): void => { this.#waiting ??= []; };

  readonly #release = (): void => {
    // After the click that follows.
    setTimeout(() => {
      const waiting = this.#waiting ?? [];
      this.#waiting = null;
      for (const act of waiting) act();
    });
  };
}
