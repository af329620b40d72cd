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
  const connection = (await runner.connect()) as Connection;
  const { rows } = await connection.query({ name: sql.name, text: sql.text, values: [...parameters] });
  return rows as Row[];
}
