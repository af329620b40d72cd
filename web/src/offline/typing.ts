import { isRecord } from '@kiemtra/shared/kernel';
import type { Edit } from './edits.js';

/**
 * Typing on its way to the ledger. A page that goes away at once does not live to see a transaction end; what is put here is
 * written before the call returns, and the next page takes it up again.
 */
export class TypingCopies {
  readonly #prefix: string;

  constructor(account: string) {
    this.#prefix = `kiemtra.typing.${account}.`;
  }

  keep(cell: string, edit: Edit): void {
    try {
      localStorage.setItem(this.#prefix + cell, JSON.stringify(edit));
    } catch {
      // A full or forbidden storage: the typing is still in memory.
    }
  }

  forget(cell: string): void {
    localStorage.removeItem(this.#prefix + cell);
  }

  list(): Edit[] {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(this.#prefix))
      .flatMap((key) => read(localStorage.getItem(key) ?? '') ?? []);
  }
}

function read(text: string): Edit | null {
  try {
    const edit: unknown = JSON.parse(text);
    return isRecord(edit) && isRecord(edit['place']) ? (edit as unknown as Edit) : null;
  } catch {
    return null;
  }
}
