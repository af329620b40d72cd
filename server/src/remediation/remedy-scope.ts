/** Which requests and recipients an access sees: those of these plans, and what was issued to this unit. */
export interface RemedyScope {
  planIds: 'all' | string[];
  unitId: string | null;
}

/** The parameters `$1` (plans, null for all) and `$2` (unit) of the conditions on requests and recipients. */
export function scopeParameters({ planIds, unitId }: RemedyScope): unknown[] {
  return [planIds === 'all' ? null : planIds, unitId];
}
