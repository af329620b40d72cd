/** In whose place a person signs: TM. thay mặt (a collective), TL. thừa lệnh (by order), TUQ. thừa ủy quyền. */
export type SigningMode = 'TM.' | 'TL.' | 'TUQ.';

export interface Signer {
  /** Own position as in running text: "Giám đốc", "Phó Giám đốc", "Quyền Giám đốc"; empty leaves the room. */
  position: string;
  /** Full name without a degree; null leaves the room. */
  name: string | null;
  /** The collective or the position in whose place the person signs: {mode: 'TM.', of: 'Ủy ban nhân dân'}. */
  inPlaceOf?: { mode: SigningMode; of: string };
}

const upper = (text: string) => text.toLocaleUpperCase('vi');

/**
 * The lines above the signature. A deputy always signs for the head ("KT. GIÁM ĐỐC" / "PHÓ GIÁM ĐỐC") and an acting
 * head as "Q. GIÁM ĐỐC", so neither can be forgotten (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7).
 */
export function signatureLines({ position, inPlaceOf }: Signer): string[] {
  const head = /^phó\s+(.+)$/iu.exec(position.trim())?.[1];
  const acting = /^quyền\s+(.+)$/iu.exec(position.trim())?.[1];
  return [
    ...(inPlaceOf ? [`${inPlaceOf.mode} ${upper(inPlaceOf.of)}`] : []),
    ...(head ? [`KT. ${upper(head)}`] : []),
    acting ? `Q. ${upper(acting)}` : upper(position.trim()),
  ];
}
