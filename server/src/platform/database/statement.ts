import type { QueryRunner } from 'typeorm';

/** SQL that each connection reads and plans once and keeps under its name: for what every request or every batch runs. */
export class Statement {
  constructor(
    readonly name: string,
    readonly text: string,
  ) {}
}

/** A connection of the driver, without TypeORM around it. */
export interface Connection {
  query(statement: string | { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

export async function runSql<Row>(
  runner: QueryRunner,
  sql: string | Statement,
  parameters: readonly unknown[],
): Promise<Row[]> {
  if (typeof sql === 'string') {
    const answer = (await runner.query(sql, [...parameters], true)) as { records?: Row[] };
    return answer.records ?? [];
  }
  const { rows } = await sendStatement((await runner.connect()) as Connection, sql, parameters);
  return rows as Row[];
}

/** Sends a statement at once, behind what was sent before it. */
export function sendStatement(connection: Connection, { name, text }: Statement, parameters: readonly unknown[]) {
  return connection.query({ name, text, values: [...parameters] });
}
