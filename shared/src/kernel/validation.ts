import { validateSync, type ValidationError } from 'class-validator';
import { fieldsOf } from './fields.js';
import { isRecord } from './json.js';
import type { Violation } from './problem.js';

/**
 * Reads a request body or form values into a DTO: every violation at once, unknown fields refused.
 * The server's pipe and the form's resolver both call this, so they cannot disagree.
 */
export function readDto<T extends object>(
  dto: new () => T,
  plain: unknown,
): { value: T; violations: [] } | { value: null; violations: Violation[] } {
  if (!isRecord(plain)) {
    return { value: null, violations: [{ path: '', code: 'body.type', message: 'Thiếu nội dung gửi lên.' }] };
  }
  const unknown: Violation[] = [];
  const value = instantiate(dto, plain, '', unknown);
  const errors = validateSync(value, { forbidUnknownValues: true });
  const violations = [...errors.flatMap((error) => flatten(error, '')), ...unknown];
  return violations.length === 0 ? { value, violations: [] } : { value: null, violations };
}

/** The declared fields alone are taken over, everything else as it was sent: no key of a body can reach a prototype. */
function instantiate<T extends object>(
  dto: new () => T,
  plain: Record<string, unknown>,
  parent: string,
  unknown: Violation[],
): T {
  const value: Record<string, unknown> = {};
  const fields = fieldsOf(dto);
  for (const [name, raw] of Object.entries(plain)) {
    const path = join(parent, name);
    const field = fields.get(name);
    if (!field) {
      unknown.push({ path, code: 'field.unknown', message: 'Trường này không có trong biểu mẫu.' });
      continue;
    }
    const { nested, many, normalize } = field;
    const part = (item: unknown, at: string) =>
      nested && isRecord(item) ? instantiate(nested(), item, at, unknown) : item;
    if (!nested) value[name] = normalize ? normalize(raw) : raw;
    else if (many && Array.isArray(raw)) value[name] = raw.map((item, index) => part(item, join(path, index)));
    else value[name] = part(raw, path);
  }
  return Object.assign(new dto(), value);
}

function join(parent: string, name: string | number): string {
  return parent ? `${parent}.${name}` : String(name);
}

function flatten(error: ValidationError, parent: string): Violation[] {
  const path = join(parent, error.property);
  // The first failed check of a field says it all: "not text" makes "too short" noise.
  const [code, message] = Object.entries(error.constraints ?? {}).at(-1) ?? [];
  const mine = code === undefined || message === undefined ? [] : [{ path, code, message }];
  // A child that is of no declared class stands in a field that was refused for it already.
  const children = (error.children ?? []).filter(({ constraints }) => !constraints?.['unknownValue']);
  return [...mine, ...children.flatMap((child) => flatten(child, path))];
}
