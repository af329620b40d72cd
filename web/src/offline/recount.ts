/** Work that follows changes: under way once at a time, and once more for whatever changed meanwhile. */
export class Recount {
  #running: Promise<void> | null = null;
  #isDue = false;

  constructor(private readonly work: () => Promise<void>) {}

  run(): Promise<void> {
    this.#isDue = true;
    this.#running ??= this.#whileDue().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #whileDue(): Promise<void> {
    try {
      while (this.#isDue) {
        this.#isDue = false;
        await this.work();
      }
    } catch {
      // The database is closing or closed; the next change counts again.
    }
  }
}
