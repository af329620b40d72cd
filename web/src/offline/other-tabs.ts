import type { SyncStatus } from './snapshots.js';
import type { Surroundings } from './surroundings.js';

/** What tabs of one account tell each other. */
export interface Told {
  /** Cells that changed on the disk. */
  cells: string[];
  status?: Pick<SyncStatus, 'state' | 'reason'>;
}

/** The other tabs of the account; nobody is heard where the browser has no way to. */
export class OtherTabs {
  readonly #channel: ReturnType<NonNullable<Surroundings['channel']>> | undefined;

  constructor(name: string, { channel }: Pick<Surroundings, 'channel'>, hear: (told: Told) => void) {
    this.#channel = channel?.(name);
    this.#channel?.addEventListener('message', (event: MessageEvent<Told>) => hear(event.data));
  }

  tell(told: Told): void {
    this.#channel?.postMessage(told);
  }

  close(): void {
    this.#channel?.close();
  }
}
