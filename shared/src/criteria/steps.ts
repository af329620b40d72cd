import type { CalendarDate, Decimal } from '../kernel/index.js';
import type { EmptyPolicy } from './rule-kind.js';

/** How the points came about, in the order in which a person would tell it. Words are made in `derivation.text.ts` alone. */
export type Step =
  | { kind: 'state'; state: 'not_applicable' | 'not_checked'; reason: string | null }
  | { kind: 'checked'; met: boolean }
  | { kind: 'answered'; met: boolean }
  | { kind: 'level'; text: string }
  | { kind: 'ratio'; numerator: Decimal; denominator: Decimal; unit: string; percent: Decimal }
  | { kind: 'empty_part'; unit: string; policy: EmptyPolicy }
  | { kind: 'of_target'; target: Decimal; percent: Decimal }
  | { kind: 'in_time'; onTime: Decimal; late: Decimal; total: Decimal; unit: string; percent: Decimal }
  | { kind: 'weighted'; lateShare: Decimal; percent: Decimal }
  | { kind: 'mean'; percent: Decimal }
  | { kind: 'remainder'; percent: Decimal }
  | { kind: 'interpolated'; from: Decimal; to: Decimal; percent: Decimal }
  | { kind: 'band'; from: Decimal; closed: boolean; upTo: Decimal | null; upToClosed: boolean }
  | { kind: 'items'; met: { text: string; points: Decimal }[]; of: number }
  | { kind: 'counted'; count: Decimal; unit: string }
  | { kind: 'each'; points: Decimal }
  | { kind: 'deducted'; from: Decimal; faults: { text: string; count: Decimal; points: Decimal }[] }
  | { kind: 'dated'; date: CalendarDate | null; until: CalendarDate | null; after: CalendarDate | null }
  | { kind: 'measured'; value: Decimal; scale: Decimal; source: string | null }
  | { kind: 'of_scale'; percent: Decimal }
  | { kind: 'judged'; reason: string }
  | { kind: 'times'; max: Decimal }
  | { kind: 'veto'; text: string }
  | { kind: 'nothing'; unit: string }
  | { kind: 'below_floor'; percent: Decimal }
  | { kind: 'capped'; points: Decimal };
