/** Values inside JSON by their place: ["teams", "0", "name"]. */
export type JsonPath = readonly string[];

/** Every value that holds no others, with its place. */
export function leaves(value: unknown, path: JsonPath = []): [JsonPath, unknown][] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [[path, value]];
  return Object.entries(value).flatMap(([name, part]) => leaves(part, [...path, name]));
}

/** A copy with another value at the place. */
export function replaced<T extends object | undefined>(body: T, path: JsonPath, value: unknown): T {
  const copy = structuredClone(body);
  let part = copy as Record<string, unknown>;
  for (const name of path.slice(0, -1)) part = part[name] as Record<string, unknown>;
  part[path.at(-1) ?? ''] = value;
  return copy;
}

export function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((part, step) => (part as Record<string, unknown> | null | undefined)?.[step], value);
}
