/** A published campaign as the database holds it, in the words of its pages: every column that a source could state. */
export const READ_CAMPAIGN = `
  select jsonb_build_object(
    'title', p.title, 'year', p.year, 'kind', p.kind, 'authority', organization_name_on(p.authority_id, naming_day(p)),
    'number', p.number, 'issuedOn', p.issued_on, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'dataFrom', p.data_from,
    'dataTo', p.data_to, 'criteria', p.criteria_version_id, 'isSample', p.is_sample, 'legalBases', p.legal_bases,
    'otherContents', p.other_contents
  ) as plan,
  (select jsonb_agg(jsonb_build_object(
     'name', coalesce(t.label, organization_name_on(t.organization_id, naming_day(p))), 'count', t.unit_count,
     'under', (select coalesce(a.label, organization_name_on(a.organization_id, naming_day(p))) from plan_target a where a.id = t.parent_id),
     'successor', (select organization_name_on(o.successor_id, '2026-01-01') from organization o where o.id = t.organization_id)
   ) order by t.position) from plan_target t where t.plan_id = p.id) as targets,
  (select jsonb_agg(jsonb_build_object(
     'name', t.name, 'decisionNumber', t.decision_number, 'decisionOn', t.decision_on,
     'members', (select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'name', m.name, 'position', m.position)), '[]')
                 from team_member m where m.team_id = t.id)
   )) from team t where t.plan_id = p.id) as teams,
  (select coalesce(jsonb_agg(jsonb_build_object(
     'unit', organization_name_on(t.organization_id, naming_day(p)), 'date', v.date, 'halfDay', v.half_day, 'place', v.place, 'hosts', v.hosts
   )), '[]') from visit v join plan_target t on t.id = v.target_id where v.plan_id = p.id) as visits,
  (select jsonb_agg(jsonb_build_object('kind', f.kind, 'area', f.area, 'text', f.text, 'extent', f.extent, 'cause', f.cause)
   order by f.position) from finding f where f.plan_id = p.id) as findings,
  (select jsonb_agg(jsonb_build_object(
     'text', q.text, 'kind', q.kind, 'number', q.number, 'issuedOn', q.issued_on,
     'dueOn', (select max(r.due_on) from request_recipient r where r.request_id = q.id),
     'states', (select coalesce(jsonb_agg(distinct r.state), '[]') from request_recipient r where r.request_id = q.id),
     'recipients', (select jsonb_agg(coalesce(r.label, organization_name_on(r.organization_id, naming_day(p))) order by r.position)
                    from request_recipient r where r.request_id = q.id),
     'findings', (select coalesce(jsonb_agg(f.text order by f.position), '[]')
                  from request_finding x join finding f on f.id = x.finding_id where x.request_id = q.id)
   ) order by q.position) from request q where q.plan_id = p.id) as requests
  from plan p where not p.is_sample`;
