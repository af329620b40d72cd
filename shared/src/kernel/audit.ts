/** One kind of audited act: its code and the Vietnamese line it leaves. The line is written when the act happens and stays. */
export interface AuditDefinition<Details = undefined> {
  code: string;
  text: (details: Details) => string;
}

type Texts = Record<string, string | ((details: never) => string)>;
type DetailsOf<Text> = Text extends (details: infer Details) => string ? Details : undefined;

/** Declares the audited acts of one feature: `defineAudit('plans', { issued: (d: { number: string }) => `Ban hành kế hoạch số ${d.number}` })`. */
export function defineAudit<T extends Texts>(
  feature: string,
  texts: T,
): { [Name in keyof T]: AuditDefinition<DetailsOf<T[Name]>> } {
  const entries = Object.entries(texts).map(([name, text]) => [
    name,
    {
      code: `${feature}.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      text: typeof text === 'string' ? () => text : text,
    },
  ]);
  return Object.fromEntries(entries) as { [Name in keyof T]: AuditDefinition<DetailsOf<T[Name]>> };
}
