/** The columns of a table that bear the times of the sample, and which of its rows are the sample's. */
export interface Times {
  table: string;
  /** SQL condition. */
  rows: string;
  days?: readonly string[];
  instants?: readonly string[];
  /** Lists of words that disagree, each with its stamp. */
  siblings?: readonly string[];
}

const PLANS = `select id from plan where is_sample`;
const ofPlan = `plan_id in (${PLANS})`;
const ASSESSMENTS = `select id from assessment where target_id in (select id from plan_target where ${ofPlan})`;
const DRAFTS = `select id from draft_conclusion where ${ofPlan}`;
const ENTRIES = `
  select id from remedy_entry where recipient_id in (
    select id from request_recipient where request_id in (select id from request where ${ofPlan})
  )`;

/**
 * Every time of the sample but two kinds: the beginning of the period inspected, which is the beginning of the year of the
 * plan; and the logs (audit, batches and stamps of devices, notices), which tell what truly came when. Due dates are counted anew.
 */
export const SAMPLE_TIMES: readonly Times[] = [
  {
    table: 'plan',
    rows: 'is_sample',
    days: ['issued_on', 'starts_on', 'ends_on', 'data_to'],
    instants: ['created_at'],
  },
  { table: 'team', rows: ofPlan, days: ['decision_on'] },
  {
    table: 'team_member',
    rows: `team_id in (select id from team where ${ofPlan})`,
    instants: ['joined_at', 'left_at'],
  },
  { table: 'visit', rows: ofPlan, days: ['date'], instants: ['checked_in_at', 'finalised_at'] },
  { table: 'assessment', rows: `id in (${ASSESSMENTS})`, instants: ['changed_at'] },
  {
    table: 'answer',
    rows: `assessment_id in (${ASSESSMENTS})`,
    instants: ['received_at'],
    siblings: ['siblings'],
  },
  {
    table: 'whole_cell',
    rows: `target_id in (select id from plan_target where ${ofPlan})`,
    instants: ['received_at'],
    siblings: ['siblings'],
  },
  { table: 'finding', rows: ofPlan, instants: ['created_at'] },
  { table: 'finding_repeat', rows: `finding_id in (select id from finding where ${ofPlan})`, instants: ['at'] },
  { table: 'request', rows: ofPlan, days: ['issued_on'], instants: ['created_at'] },
  { table: 'draft_conclusion', rows: ofPlan, days: ['put_on'], instants: ['created_at'] },
  { table: 'draft_conclusion_finding', rows: `draft_id in (${DRAFTS})`, instants: ['settled_at'] },
  { table: 'explanation', rows: `draft_id in (${DRAFTS})`, instants: ['at'] },
  {
    table: 'request_recipient',
    rows: `request_id in (select id from request where ${ofPlan})`,
    days: ['extended_to', 'asked_until'],
  },
  { table: 'remedy_entry', rows: `id in (${ENTRIES})`, days: ['until'], instants: ['at'] },
  { table: 'remedy_entry_finding', rows: `entry_id in (${ENTRIES})`, days: ['done_on'] },
  {
    table: 'evidence',
    rows: `assessment_id in (${ASSESSMENTS}) or finding_id in (select id from finding where ${ofPlan}) or remedy_entry_id in (${ENTRIES})
      or explanation_id in (select id from explanation where draft_id in (${DRAFTS}))`,
    instants: ['added_at', 'removed_at'],
  },
];
