import pg from 'pg';

const DATE = 1082;
const BIGINT = 20;

/** Calendar dates stay strings and counters become numbers; numeric stays an exact string as pg gives it. */
export function configurePgTypes(): void {
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(BIGINT, Number);
}
