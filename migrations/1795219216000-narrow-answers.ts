import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An answer keeps of its last word what merging asks: who said it and when it arrived. The device's own time stands with the
 * operation in the log. The log is compressed the fast way where Postgres knows it.
 */
export class NarrowAnswers1795219216000 implements MigrationInterface {
  name = 'NarrowAnswers1795219216000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Row-level security binds the owner too.
      alter table answer no force row level security;
      alter table evidence no force row level security;
      update answer set siblings = (
        select jsonb_agg(word #- '{by,at}' #- '{by,offset_ms}' order by place)
        from jsonb_array_elements(siblings) with ordinality as words (word, place)
      ) where siblings is not null;
      update evidence set stamp = stamp - 'at' - 'offset_ms', removal_stamp = removal_stamp - 'at' - 'offset_ms'
      where stamp is not null;
      alter table answer drop column said_at, drop column offset_ms;
      alter table answer force row level security;
      alter table evidence force row level security;
      do $$ begin
        alter table fieldwork_batch alter operations set compression lz4, alter receipts set compression lz4;
      exception when feature_not_supported then null;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table fieldwork_batch alter operations set compression default, alter receipts set compression default;
      alter table answer add column said_at text, add column offset_ms bigint not null default 0;
      alter table answer no force row level security;
      update answer set said_at = to_json(received_at) #>> '{}';
      alter table answer alter said_at set not null, alter offset_ms drop default;
      alter table answer force row level security;
    `);
  }
}
