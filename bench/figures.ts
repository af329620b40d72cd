import { existsSync, readFileSync } from 'node:fs';

/** The value below which such a share of all lies: 0.5 is the median. */
export function share(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? NaN;
}

/** Bytes that a process holds in memory; null where the system does not tell. */
export function memoryOf(pid: string | undefined): number | null {
  const status = `/proc/${pid}/status`;
  const kib = existsSync(status) && /VmRSS:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
  return kib ? Number(kib) * 1024 : null;
}
