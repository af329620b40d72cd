/** Tables of a province whose times are not the sample's: what stands in it without a campaign, and logs of what truly came when. */
const WITHOUT_CAMPAIGN = [
  'account',
  'activation_slip',
  'session',
  'organization',
  'organization_name',
  'holiday',
  'file',
  'picture',
  'criteria_set',
  'criteria_version',
  'audit_event',
  'fieldwork_lane',
  'fieldwork_batch',
  'parked_operation',
  'fieldwork_contact',
  'upload',
  'notice',
  'notice_reading',
  'digest',
];

/** SQL: tables of a province that bear a time, apart from those. */
export const TABLES_WITH_TIMES = `
  select distinct c.table_name as name from information_schema.columns c
  join information_schema.columns p on p.table_schema = c.table_schema and p.table_name = c.table_name and p.column_name = 'province_id'
  where c.table_schema = 'public' and c.data_type in ('date', 'timestamp with time zone')
    and c.table_name not in (${WITHOUT_CAMPAIGN.map((name) => `'${name}'`).join(', ')})
  order by 1`;

/** How the rows of each table are found that belong to a sample campaign. */
const WAYS: Record<string, string> = {
  plan: `r.is_sample`,
  team: `r.plan_id = p.id`,
  team_member: `exists (select from team t where t.id = r.team_id and t.plan_id = p.id)`,
  visit: `r.plan_id = p.id`,
  assessment: `exists (select from plan_target t where t.id = r.target_id and t.plan_id = p.id)`,
  answer: `exists (select from assessment a join plan_target t on t.id = a.target_id where a.id = r.assessment_id and t.plan_id = p.id)`,
  whole_cell: `exists (select from plan_target t where t.id = r.target_id and t.plan_id = p.id)`,
  finding: `r.plan_id = p.id`,
  request: `r.plan_id = p.id`,
  finding_repeat: `exists (select from finding f where f.id = r.finding_id and f.plan_id = p.id)`,
  request_recipient: `exists (select from request q where q.id = r.request_id and q.plan_id = p.id)`,
  draft_conclusion: `r.plan_id = p.id`,
  draft_conclusion_finding: `exists (select from draft_conclusion d where d.id = r.draft_id and d.plan_id = p.id)`,
  explanation: `exists (select from draft_conclusion d where d.id = r.draft_id and d.plan_id = p.id)`,
  remedy_entry: `exists (select from request_recipient c join request q on q.id = c.request_id where c.id = r.recipient_id and q.plan_id = p.id)`,
  remedy_entry_finding: `exists (select from finding f where f.id = r.finding_id and f.plan_id = p.id)`,
  evidence: `exists (select from finding f where f.id = r.finding_id and f.plan_id = p.id)`,
};
export const WALKED_TABLES = Object.keys(WAYS).sort();

/** SQL: every row of the sample as JSON, by its table. */
export const SAMPLE_ROWS = Object.entries(WAYS)
  .map(
    ([name, way]) => `
      (select '${name}' as name, to_jsonb(r) as row from ${name} r
       where exists (select from plan p where p.is_sample and ${way}))`,
  )
  .join(' union all ');

/** SQL: what people do later and the sample does not hold yet: somebody has left, words disagree, a file came and went. */
export const COMPLETE_THE_SAMPLE = `
  with gone as (update team_member set left_at = joined_at where rank = 2),
  disagreed as (
    update answer set siblings = jsonb_build_array(jsonb_build_object('value', value, 'by', jsonb_build_object(
      'lane', lane_id, 'seq', seq, 'account', account_id, 'received_at', '2026-11-18T02:00:00.123Z'
    ))) where criterion_key = 'MC01'
  ),
  captioned as (
    insert into whole_cell (province_id, target_id, field, value, rev, lane_id, seq, account_id, received_at, vseq, siblings)
    select s.province_id, s.target_id, 'caption', '{}', 1, a.lane_id, 1, a.account_id, a.received_at, 1,
      jsonb_build_array(jsonb_build_object('value', null, 'by', jsonb_build_object('received_at', '2026-11-18T02:00:00.123Z')))
    from answer a join assessment s on s.id = a.assessment_id where a.criterion_key = 'MC01'
  ),
  judged as (
    insert into finding_repeat (province_id, finding_id, earlier_ids, account_id, actor_name, at)
    select f.province_id, f.id, '{}', f.created_by, 'Trưởng đoàn', f.created_at
    from finding f join plan p on p.id = f.plan_id where p.is_sample order by f.id limit 1
  ),
  settled as (
    update draft_conclusion_finding i set settlement_id = gen_random_uuid(), settling = 'keep', settled_by = d.created_by,
      settled_by_name = 'Trưởng đoàn', settled_at = '2026-11-20T02:00:00Z'
    from draft_conclusion d where d.id = i.draft_id returning i.*
  ),
  explained as (
    insert into explanation (province_id, id, draft_id, finding_id, position, stance, account_id, actor_name, at)
    select province_id, gen_random_uuid(), draft_id, finding_id, 2, 'agree', settled_by, 'Cán bộ', '2026-11-19T02:00:00Z' from settled
  )
  insert into evidence (province_id, id, finding_id, sha256, size, media_type, name, added_by, removed_at)
  select f.province_id, gen_random_uuid(), f.id, 'none', 1, 'image/png', 'anh.png', f.created_by, now()
  from finding f join plan p on p.id = f.plan_id where p.is_sample`;

interface Row {
  name: string;
  row: Partial<
    Record<'id' | 'entry_id' | 'assessment_id' | 'target_id' | 'finding_id' | 'criterion_key' | 'field', string>
  >;
}

/** Every day and instant of the rows, by its place: "visit.<id>.date". */
export function timesOf(rows: readonly Row[]): Map<string, string> {
  return new Map(
    rows.flatMap(({ name, row }) => {
      const {
        id,
        entry_id: entry,
        assessment_id: assessment,
        target_id: target,
        finding_id: finding,
        criterion_key: criterion,
        field,
      } = row;
      const place = id ?? entry ?? `${assessment ?? target ?? finding}:${criterion}:${field}`;
      return timesIn(row, `${name}.${place}`);
    }),
  );
}

const TIME = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/;

function timesIn(value: unknown, place: string): [string, string][] {
  if (typeof value === 'string') return TIME.test(value) ? [[place, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => timesIn(each, `${place}.${key}`));
}
