import { backoffMs } from '@kiemtra/shared/fieldwork';
import type { Surroundings } from './surroundings.js';

/** Why to send now. A person and the network may cut a pause short, an edit and the clock may not. */
export type Trigger = 'edit' | 'clock' | 'start' | 'online' | 'visible' | 'person';

/** The time between two attempts to send. */
export class Pause {
  #failures = 0;
  /** Nothing is sent before; `#isTold` when the server named the time. */
  #notBefore = 0;
  #isTold = false;
  #cancelWake = () => {};

  constructor(
    private readonly surroundings: Pick<Surroundings, 'now' | 'random' | 'later'>,
    private readonly wake: () => void,
  ) {}

  get isOver(): boolean {
    return this.surroundings.now() >= this.#notBefore;
  }

  /** True when it is time. A person and the network also begin anew: should this attempt fail, the next one is near. */
  isCutBy(trigger: Trigger): boolean {
    const isNews = trigger !== 'edit' && trigger !== 'clock';
    if (isNews) this.reset();
    return this.isOver || (!this.#isTold && isNews);
  }

  /** An attempt begins. */
  end(): void {
    this.#cancelWake();
    this.#notBefore = 0;
  }

  /** The next pause is a short one again. */
  reset(): void {
    this.#failures = 0;
  }

  /** Another failure: a random pause, of a length that doubles each time. */
  backOff(): void {
    const ms = backoffMs(this.#failures, this.surroundings.random);
    this.#failures += 1;
    this.begin(ms, false);
  }

  begin(ms: number, isTold: boolean): void {
    this.#notBefore = this.surroundings.now() + ms;
    this.#isTold = isTold;
    this.#cancelWake();
    this.#cancelWake = this.surroundings.later(ms, () => {
      this.#notBefore = 0;
      this.wake();
    });
  }
}
