/** Input that nobody should send: by the kind of field it is sent in, and for whole bodies and addresses. */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { fieldsOf, newId } from '@kiemtra/shared/kernel';
import type { Route } from '../platform/http/routes.js';
import type { JsonPath } from './json-paths.js';

type Dto = abstract new (...args: never[]) => object;
type Field = ReturnType<typeof fieldsOf> extends Map<string, infer Value> ? Value : never;
export type FieldKind =
  'text' | 'secret' | 'id' | 'day' | 'decimal' | 'whole' | 'flag' | 'choice' | 'list' | 'part' | 'json';

/** A declared field of a request, and where it stands in a body that gives every field. */
export interface Declared {
  path: JsonPath;
  kind: FieldKind;
  max: number;
}

/** The class that a route reads its body (or, on GET, its query) into. */
export function dtoOf({ controller, handler }: Route): Dto | null {
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) ?? []) as unknown[];
  const dto = types.find((type) => typeof type === 'function' && fieldsOf(type as Dto).size > 0);
  return (dto as Dto | undefined) ?? null;
}

/** Every field a class declares; of lists those of the first row. */
export function declaredFields(dto: Dto, at: JsonPath = []): Declared[] {
  return [...fieldsOf(dto)].flatMap(([name, field]) => {
    const path = [...at, name];
    const own = { path, kind: kindOf(field), max: Number(field.schema['maxLength'] ?? 0) };
    if (!field.nested) return [own];
    return [own, ...declaredFields(field.nested(), field.many ? [...path, '0'] : path)];
  });
}

const FORMATS: Record<string, FieldKind> = { password: 'secret', uuid: 'id', date: 'day', decimal: 'decimal' };
const TYPES: Record<string, FieldKind> = { string: 'text', integer: 'whole', boolean: 'flag', array: 'list' };

function kindOf({ schema, nested, many }: Field): FieldKind {
  if (nested) return many ? 'list' : 'part';
  const { type, format, enum: choices } = schema;
  if (choices) return 'choice';
  return FORMATS[String(format)] ?? TYPES[String(type)] ?? 'json';
}

const NIL = '00000000-0000-0000-0000-000000000000';
export const WRONG_IDS = [
  'x',
  NIL,
  newId().toUpperCase(),
  `{${newId()}}`,
  newId().replaceAll('-', ''),
  'a'.repeat(300),
];

const DAYS = ['2026-02-30', '29/02/2027', '2026-13-01', '2026-2-3', '0001-01-01', '9999-12-31', '+275760-09-13'];
const DAYS_TOO = ['2026-01-05T00:00:00Z', '2026-01-05+14:00', '２０２６-01-05', 'mùng 5 Tết', '2026-01-05 24:00'];
const DECIMALS = ['2,5', '.5', '5.', '1e3', '１', '٣', '-0', '+1', '0x10', ' 1', '9'.repeat(16), 'NaN', 'Infinity'];
const STRUCTURES = [[[]], [null], { a: 1 }];

/** What each kind of field refuses, whoever sends it. */
const WRONG: Record<FieldKind, readonly unknown[]> = {
  text: [...STRUCTURES, [], {}, 7, true, 'a\u0000b', '\ud800', 'a\u0007b', 'a\u009fb'],
  secret: [...STRUCTURES, 7, true, '', 'a'.repeat(1025)],
  id: [...STRUCTURES, 7, true, randomUUID(), ...WRONG_IDS],
  day: [...STRUCTURES, 20260105, true, ...DAYS, ...DAYS_TOO],
  decimal: [...STRUCTURES, 7, true, ...DECIMALS],
  whole: [...STRUCTURES, '7', 1.5, true, -(2 ** 53), 2 ** 31, 2 ** 53, 2 ** 63, 1e308],
  flag: [...STRUCTURES, 'true', 1, 0, 'có'],
  choice: [...STRUCTURES, 7, true, 'không có', '__proto__', 'toString', 'a'.repeat(5000)],
  list: [...STRUCTURES, {}, 'x', 7, true, Array.from({ length: 5000 }, () => 'a')],
  part: [[], [{}], 'x', 7, true],
  json: [],
};

/** What a field may take or refuse, as long as the server stays on its feet. */
const ODD: Partial<Record<FieldKind, readonly unknown[]>> = {
  text: [
    null,
    '',
    ' \u00a0\u3000 ',
    '\u202etxet\u202c \u2066a\u2069',
    'a\u200b\u200d\ufeffb',
    `z${'\u0323\u0302'.repeat(60)}`,
    `'; drop table plan; -- " \\ $1 %s {{x}} \${x} <w:t> ]]>`,
    '=HYPERLINK("http://a")',
    '%_\\',
    '\r\nBcc: a',
    '__proto__',
  ],
  secret: [null, '\u0000', '\ud800', ' a ', 'Hoà'.normalize('NFD').repeat(30)],
  id: [null, newId()],
  day: [null, '1900-01-01', '2199-12-31', '2024-02-29'],
  whole: [null, 0, -1, 2 ** 31 - 1],
  choice: [null, ''],
  list: [null, []],
  part: [null, {}],
  json: [
    null,
    [],
    {},
    'x',
    7,
    true,
    '\u0000',
    '\ud800',
    { __proto__: null, constructor: {} },
    Array.from({ length: 2000 }, () => ({})),
  ],
};

export function wrongValues({ kind, max }: Declared): readonly unknown[] {
  return kind === 'text' ? [...WRONG.text, 'a'.repeat(max + 1), '😀'.repeat(max + 1)] : WRONG[kind];
}

export function oddValues({ kind }: Declared): readonly unknown[] {
  return ODD[kind] ?? [null];
}

/** Of what can be written into an address. */
export function wrongWords({ kind, max }: Declared): string[] {
  if (kind === 'text') return ['a\u0000b', 'a'.repeat(max + 1)];
  if (kind === 'flag') return ['1', 'TRUE', 'có'];
  if (kind === 'whole') return ['-1', '0', '1e9', 'NaN', '0x10', '1.5', '9'.repeat(30)];
  if (kind === 'id') return WRONG_IDS;
  return WRONG[kind].filter((value) => typeof value === 'string');
}

/** Bytes in place of the JSON that is asked for, with the headers they come with. */
export function wrongBodies(right: object): [string, string | Uint8Array, Record<string, string>][] {
  const text = JSON.stringify(right);
  const bytes = Buffer.from(text);
  const json = { 'content-type': 'application/json' };
  const as = (type: string) => ({ 'content-type': type });
  return [
    ['nothing', '', json],
    ['null', 'null', json],
    ['a list', '[]', json],
    ['a word', '"x"', json],
    ['cut JSON', text.slice(0, -1), json],
    ['JSON and more', `${text} x`, json],
    ['a prototype', `{"__proto__":{"a":1},${text.slice(1)}`, json],
    ['a constructor', `{"constructor":{"prototype":{"a":1}},${text.slice(1)}`, json],
    ['no JSON numbers', '{"version":NaN,"year":Infinity}', json],
    ['an endless number', `${text.slice(0, -1)},"version":1e999}`, json],
    ['deep nesting', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, json],
    ['a million items', `[${'0,'.repeat(400_000)}0]`, json],
    ['more than a body may have', `{"a":"${'a'.repeat(1_100_000)}"}`, json],
    ['bytes that are no UTF-8', Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xc3, 0x28])]), json],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), json],
    ['gzip', gzipSync(bytes), { ...json, 'content-encoding': 'gzip' }],
    ['text', text, as('text/plain')],
    ['a form', 'a=1&b[__proto__]=2', as('application/x-www-form-urlencoded')],
    ['a multipart form', '--a\r\n\r\n--a--', as('multipart/form-data; boundary=a')],
    ['a type nobody knows', text, as('application/x-unknown')],
  ];
}
