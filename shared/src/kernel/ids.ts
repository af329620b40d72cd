import { v7, validate, version } from 'uuid';

/** An id minted by whoever creates the thing: UUIDv7, so ids sort by creation time. */
export function newId(): string {
  return v7();
}

/** True for the canonical lower-case form of a version 7 UUID; nothing else is an id here. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && isUuid(value) && version(value) === 7;
}

/** True for any RFC 9562 UUID in canonical lower-case form (the nil UUID is refused). */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && validate(value) && value === value.toLowerCase() && version(value) > 0;
}
