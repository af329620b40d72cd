import { key, oneOf, tagged, type Read, type Shape } from '../kernel/index.js';
import { EMPTY_POLICIES, label, percent, points } from './rule-kind.js';

function shape<T extends object>(fields: Shape<T>): Shape<T> {
  return fields;
}

/** What can change the outcome of any rule it fits, each stated apart from the rule. */
const MODIFIERS = {
  /** One event sets the criterion to 0 ("có văn bản trái thẩm quyền"). Several may stand side by side. */
  VETO: shape({ key, text: label }),
  /** "Không phát sinh", of the whole or of a part of a mean. Without it an empty denominator is refused. */
  ZERO_DENOMINATOR: shape({ policy: oneOf(EMPTY_POLICIES) }),
  /** The criterion may be marked "không áp dụng": out of the reckoning, or full marks. */
  NOT_APPLICABLE: shape({ policy: oneOf(['excluded', 'full']) }),
  /** At most so many points, below the maximum. */
  CAP: shape({ points }),
  /** A rate below so many percent gives 0: of what is counted, of a target or of a scale, as the rule states it. */
  FLOOR: shape({ percent }),
};

type Modifiers = typeof MODIFIERS;
export type ModifierCode = keyof Modifiers;
type FieldsOf<Code extends ModifierCode> = Modifiers[Code] extends Shape<infer Fields> ? Fields : never;

export type Modifier<Code extends ModifierCode = ModifierCode> = {
  [Kind in Code]: { kind: Kind } & FieldsOf<Kind>;
}[Code];

export const readModifier: Read<Modifier> = tagged<Modifier>(MODIFIERS);

/** The modifiers of one kind, in their order. */
export function modifiersOf<Code extends ModifierCode>(all: readonly Modifier[], kind: Code): Modifier<Code>[] {
  return all.filter((one): one is Modifier<Code> & Modifier => one.kind === kind);
}
