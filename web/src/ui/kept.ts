/** What was typed and is not yet sent, kept beside the page. A full or forbidden storage takes nothing from the screen. */
export function readKept(storage: Storage, name: string): unknown {
  try {
    return JSON.parse(storage.getItem(keyOf(name)) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a value under a name until it is forgotten with null. */
export function keep(storage: Storage, name: string, value: unknown): void {
  try {
    if (value === null) storage.removeItem(keyOf(name));
    else storage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // What is on the screen stays there.
  }
}

const keyOf = (name: string) => `kiemtra.${name}`;
