import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { Violation } from './problem.js';

/**
 * Reads a request body or form values into a DTO: every violation at once, unknown fields refused.
 * The server's pipe and the form's resolver both call this, so they cannot disagree.
 */
export function readDto<T extends object>(
  dto: new () => T,
  plain: unknown,
): { value: T; violations: [] } | { value: null; violations: Violation[] } {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    return { value: null, violations: [{ path: '', code: 'body.type', message: 'Thiếu nội dung gửi lên.' }] };
  }
  const value = plainToInstance(dto, plain);
  const errors = validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  return errors.length === 0
    ? { value, violations: [] }
    : { value: null, violations: errors.flatMap((error) => flatten(error, '')) };
}

const UNKNOWN_FIELD = 'whitelistValidation';

function flatten(error: ValidationError, parent: string): Violation[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  // The first failed check of a field says it all: "not text" makes "too short" noise.
  const own = Object.entries(error.constraints ?? {}).at(-1);
  const [code, message] = own ?? [];
  const mine: Violation[] =
    code === undefined || message === undefined
      ? []
      : [
          code === UNKNOWN_FIELD
            ? { path, code: 'field.unknown', message: 'Trường này không có trong biểu mẫu.' }
            : { path, code, message },
        ];
  return [...mine, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}
