/**
 * The fields a request body is made of. Each decorator checks one kind of value, says in Vietnamese what is wrong
 * (class-validator does the walking), and leaves the JSON schema from which the OpenAPI document is made.
 * A DTO is written with these alone, so that the server, the form and the outbox refuse the same things in the same words.
 */
import { ArrayMaxSize, ArrayMinSize, IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import { isCalendarDate } from './calendar-date.js';
import { compareDecimals, isDecimal, type Decimal } from './decimal.js';
import { isId, isUuid } from './ids.js';
import { isInstant } from './instant.js';
import { codePointLength, isStorableText } from './text.js';

type Schema = Record<string, unknown>;
type Constructor = abstract new (...args: never[]) => object;
interface Field {
  schema: Schema;
  required: boolean;
  nested?: () => new () => object;
  many?: boolean;
  /** Brings a value of the right kind to the form in which it is kept; leaves any other as it is. */
  normalize?: (value: unknown) => unknown;
}

const fieldsByClass = new Map<object, Map<string, Field>>();

/** The declared fields of a DTO class, base classes included. */
export function fieldsOf(dto: Constructor): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (
    let proto: object | null = dto.prototype as object;
    proto;
    proto = Object.getPrototypeOf(proto) as object | null
  ) {
    for (const [name, field] of fieldsByClass.get(proto) ?? []) if (!fields.has(name)) fields.set(name, field);
  }
  return fields;
}

interface Presence {
  /** The field may be absent or null. */
  optional?: boolean;
}

function declare(target: object, name: string, field: Omit<Field, 'required'>, presence: Presence): void {
  const fields = fieldsByClass.get(target) ?? new Map<string, Field>();
  fields.set(name, { ...field, required: !presence.optional });
  fieldsByClass.set(target, fields);
  if (presence.optional) IsOptional()(target, name);
}

function check(target: object, name: string, code: string, message: string, test: (value: unknown) => boolean): void {
  ValidateBy({ name: code, validator: { validate: (value) => test(value), defaultMessage: () => message } })(
    target,
    name,
  );
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A choice that nobody has made yet is "not chosen", not wrong. */
function checkChosen(target: object, name: string): void {
  check(target, name, 'choice.missing', 'Chưa chọn.', (value) => !isBlank(value));
}

function composed(value: unknown): unknown {
  return typeof value === 'string' ? value.normalize('NFC') : value;
}

/** Free text, stored as NFC; `min` defaults to 1 code point. Line breaks only when `multiline`. */
export function Text(options: { max: number; min?: number; multiline?: boolean } & Presence): PropertyDecorator {
  const { max, min = options.optional ? 0 : 1, multiline = false } = options;
  return (target, key) => {
    const name = String(key);
    const schema = { type: 'string', minLength: min, maxLength: max };
    declare(target, name, { schema, normalize: composed }, options);
    check(target, name, 'text.type', 'Phải là chữ.', (value) => typeof value === 'string');
    check(target, name, 'text.characters', 'Có ký tự không dùng được; đề nghị gõ lại.', (value) => {
      return typeof value !== 'string' || (isStorableText(value) && (multiline || !/[\r\n]/.test(value)));
    });
    const required = 'Không được để trống.';
    check(target, name, 'text.short', min <= 1 ? required : `Ít nhất ${min} ký tự.`, (value) => {
      return typeof value !== 'string' || min === 0 || codePointLength(value.trim()) >= min;
    });
    check(target, name, 'text.long', `Nhiều nhất ${max} ký tự.`, (value) => {
      return typeof value !== 'string' || codePointLength(value) <= max;
    });
  };
}

/** A secret as typed: never trimmed, never normalised; limits in code points. */
export function Secret(options: { min: number; max: number }): PropertyDecorator {
  return (target, key) => {
    const name = String(key);
    declare(target, name, { schema: { type: 'string', format: 'password', maxLength: options.max } }, {});
    const message = options.min <= 1 ? 'Không được để trống.' : `Từ ${options.min} đến ${options.max} ký tự.`;
    check(target, name, 'secret.length', message, (value) => {
      return (
        typeof value === 'string' && codePointLength(value) >= options.min && codePointLength(value) <= options.max
      );
    });
  };
}

/** An id minted by the creator (UUIDv7). */
export function Id(options: Presence = {}): PropertyDecorator {
  return (target, key) => {
    declare(target, String(key), { schema: { type: 'string', format: 'uuid' } }, options);
    checkChosen(target, String(key));
    check(target, String(key), 'id.form', 'Mã không đúng dạng.', (value) => isBlank(value) || isId(value));
  };
}

/** Text of one form. */
export function formed(format: string, code: string, message: string, test: (value: unknown) => boolean) {
  return (options: Presence = {}): PropertyDecorator => {
    return (target, key) => {
      declare(target, String(key), { schema: { type: 'string', format } }, options);
      check(target, String(key), code, message, test);
    };
  };
}

/** Any UUID: lanes of devices, which need not be version 7. */
export const Uuid = formed('uuid', 'uuid.form', 'Mã không đúng dạng.', isUuid);

/** A day, YYYY-MM-DD. */
export const Day = formed('date', 'day.form', 'Ngày không hợp lệ.', isCalendarDate);

/** A moment with its zone offset, as a device's clock tells it. */
export const Instant = formed('date-time', 'instant.form', 'Thời điểm không hợp lệ.', isInstant);

/** A whole number in a range. */
export function Whole(options: { min: number; max: number } & Presence): PropertyDecorator {
  return (target, key) => {
    const schema = { type: 'integer', minimum: options.min, maximum: options.max };
    declare(target, String(key), { schema }, options);
    check(target, String(key), 'whole.range', `Phải là số nguyên từ ${options.min} đến ${options.max}.`, (value) => {
      return Number.isInteger(value) && Number(value) >= options.min && Number(value) <= options.max;
    });
  };
}

/** An exact decimal as a string, e.g. "0.25". */
export function DecimalField(options: { min: Decimal; max: Decimal } & Presence): PropertyDecorator {
  return (target, key) => {
    declare(target, String(key), { schema: { type: 'string', format: 'decimal' } }, options);
    check(target, String(key), 'decimal.range', `Phải là số từ ${options.min} đến ${options.max}.`, (value) => {
      return isDecimal(value) && compareDecimals(value, options.min) >= 0 && compareDecimals(value, options.max) <= 0;
    });
  };
}

/** True or false. */
export function Flag(options: Presence = {}): PropertyDecorator {
  return (target, key) => {
    declare(target, String(key), { schema: { type: 'boolean' } }, options);
    check(target, String(key), 'flag.type', 'Phải là có hoặc không.', (value) => typeof value === 'boolean');
  };
}

/** One of a fixed list of codes. */
export function OneOf(values: readonly string[], options: Presence = {}): PropertyDecorator {
  return (target, key) => {
    declare(target, String(key), { schema: { type: 'string', enum: values } }, options);
    checkChosen(target, String(key));
    check(target, String(key), 'choice.unknown', 'Giá trị không có trong danh sách.', (value) => {
      return isBlank(value) || (typeof value === 'string' && values.includes(value));
    });
  };
}

/** A list of distinct codes out of a fixed list. */
export function SomeOf(values: readonly string[], options: { min?: number } & Presence = {}): PropertyDecorator {
  return (target, key) => {
    const schema = { type: 'array', items: { type: 'string', enum: values }, minItems: options.min ?? 0 };
    declare(target, String(key), { schema }, options);
    check(
      target,
      String(key),
      'choice.unknown',
      options.min ? 'Chọn ít nhất một mục.' : 'Có giá trị không có trong danh sách.',
      (value) => {
        return (
          Array.isArray(value) &&
          value.length >= (options.min ?? 0) &&
          new Set(value).size === value.length &&
          value.every((item) => values.includes(item as string))
        );
      },
    );
  };
}

/** A list of distinct ids. */
export function IdList(options: { min?: number; max: number } & Presence): PropertyDecorator {
  return (target, key) => {
    const schema = { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: options.max };
    declare(target, String(key), { schema }, options);
    check(
      target,
      String(key),
      'ids.form',
      options.min ? `Chọn từ ${options.min} đến ${options.max} mục.` : 'Danh sách mã không đúng dạng.',
      (value) => {
        return (
          Array.isArray(value) &&
          value.length >= (options.min ?? 0) &&
          value.length <= options.max &&
          new Set(value).size === value.length &&
          value.every(isId)
        );
      },
    );
  };
}

/** A list of short texts. */
export function TextList(options: { max: number; itemMax: number } & Presence): PropertyDecorator {
  return (target, key) => {
    const schema = { type: 'array', items: { type: 'string', maxLength: options.itemMax }, maxItems: options.max };
    const normalize = (value: unknown) => (Array.isArray(value) ? value.map(composed) : value);
    declare(target, String(key), { schema, normalize }, options);
    check(
      target,
      String(key),
      'texts.form',
      `Nhiều nhất ${options.max} dòng, mỗi dòng từ 1 đến ${options.itemMax} ký tự.`,
      (value) => {
        return (
          Array.isArray(value) &&
          value.length <= options.max &&
          value.every((item) => {
            return (
              typeof item === 'string' &&
              isStorableText(item) &&
              item.trim() !== '' &&
              codePointLength(item) <= options.itemMax
            );
          })
        );
      },
    );
  };
}

/** A nested object described by another DTO class. */
export function Nested(dto: () => new () => object, options: Presence = {}): PropertyDecorator {
  return (target, key) => {
    const name = String(key);
    declare(target, name, { schema: {}, nested: dto }, options);
    check(
      target,
      name,
      'nested.type',
      'Thiếu nội dung.',
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    );
    ValidateNested({ message: 'Thiếu nội dung.' })(target, name);
  };
}

/** A list of nested objects. */
export function ListOf(
  dto: () => new () => object,
  options: { min?: number; max: number } & Presence,
): PropertyDecorator {
  return (target, key) => {
    const name = String(key);
    declare(
      target,
      name,
      { schema: { minItems: options.min ?? 0, maxItems: options.max }, nested: dto, many: true },
      options,
    );
    check(target, name, 'list.type', 'Phải là một danh sách.', (value) => {
      return (
        Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
      );
    });
    if (options.min) ArrayMinSize(options.min, { message: `Cần ít nhất ${options.min} mục.` })(target, name);
    ArrayMaxSize(options.max, { message: `Nhiều nhất ${options.max} mục.` })(target, name);
    ValidateNested({ each: true, message: 'Phải là một danh sách.' })(target, name);
  };
}

/** A JSON value checked by a parser of its own feature (rule inputs, imported criteria sets). */
export function JsonValue(options: Presence & { test?: (value: unknown) => boolean } = {}): PropertyDecorator {
  return (target, key) => {
    declare(target, String(key), { schema: {} }, options);
    check(
      target,
      String(key),
      'json.missing',
      'Thiếu nội dung.',
      (value) => value !== undefined && (options.test?.(value) ?? true),
    );
  };
}
