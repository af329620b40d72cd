import pg from 'pg';

const DATE = 1082;
/** The library's list of kinds knows no array of dates. */
const DATES: number = 1182;
const BIGINT = 20;

/** Calendar dates stay strings and counters become numbers; numeric stays an exact string as pg gives it. */
export function configurePgTypes(): void {
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(DATES, (text) => text.slice(1, -1).split(',').filter(Boolean));
  pg.types.setTypeParser(BIGINT, Number);
}
