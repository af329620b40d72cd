import { demand, text, type Read } from './reader.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day as it is kept: "07:45". */
export const clockTime: Read<string> = demand(text({ max: 5 }), (said) =>
  TIME.test(said) ? null : { path: '', code: 'time.form', message: 'Giờ có dạng 07:45.' },
);

/** "7:45", "07.45", "7h45", "7 giờ 45" or "0745" as "07:45"; null when it is no time of day. */
export function readTypedTime(typed: string): string | null {
  const [, hour = '', minute = ''] =
    /^(\d{1,2})(?:\s*(?::|\.|h|giờ)\s*)?(\d{2})$/i.exec(typed.normalize('NFC').trim()) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return TIME.test(time) ? time : null;
}
