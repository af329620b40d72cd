import { readCellKey } from '@kiemtra/shared/fieldwork';

type Listener = () => void;
export type Subscribe = (listener: Listener) => () => void;

const placeOf = (target: string, criterion: string) => `${target}|${criterion}`;

/** Who reads what. A card hears of its own criterion alone, so that a tap costs one card and not a hundred. */
export class Listeners {
  readonly #all = new Set<Listener>();
  readonly #places = new Map<string, { listeners: Set<Listener>; subscribe: Subscribe }>();

  /** Of everything. */
  readonly subscribe: Subscribe = (listener) => listen(this.#all, listener);

  /** Of the cells of one criterion; the same function for the same criterion, as who subscribes while drawing needs it. */
  subscribeTo(target: string, criterion: string): Subscribe {
    const place = placeOf(target, criterion);
    const known = this.#places.get(place);
    if (known) return known.subscribe;
    const listeners = new Set<Listener>();
    const subscribe: Subscribe = (listener) => listen(listeners, listener);
    this.#places.set(place, { listeners, subscribe });
    return subscribe;
  }

  /** These cells changed, or what is of no cell. */
  tell(cells: readonly string[] = []): void {
    const places = new Set(
      cells.map((cell) => {
        const { target, criterion } = readCellKey(cell);
        return placeOf(target, criterion);
      }),
    );
    for (const place of places) call(this.#places.get(place)?.listeners);
    call(this.#all);
  }

  tellEverybody(): void {
    for (const { listeners } of this.#places.values()) call(listeners);
    call(this.#all);
  }
}

function listen(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function call(listeners: ReadonlySet<Listener> = new Set()): void {
  for (const listener of listeners) listener();
}
