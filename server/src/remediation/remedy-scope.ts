/** Which requests and recipients an access sees: those of these plans that are not kept from it, and what was issued to this unit. */
export interface RemedyScope {
  planIds: string[];
  unitId: string | null;
}

/** The parameters `$1` (plans) and `$2` (unit) of the conditions on requests and recipients. */
export function scopeParameters({ planIds, unitId }: RemedyScope): unknown[] {
  return [planIds, unitId];
}
