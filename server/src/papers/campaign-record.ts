import { citedPlan, deadlineOf } from '@kiemtra/shared/documents';
import type { CampaignRecord, RecordedVisit } from '@kiemtra/shared/papers';
import type { RequestView } from '@kiemtra/shared/remediation';
import type { TargetProgress } from '../assessments/assessments.service.js';
import type { FindingsService } from '../findings/findings.service.js';
import type { PlansService } from '../plans/plans.service.js';

/** What the features tell of a campaign. */
interface CampaignParts {
  detail: Awaited<ReturnType<PlansService['getDetail']>>;
  visits: RecordedVisit[];
  findings: Awaited<ReturnType<FindingsService['list']>>;
  requests: RequestView[];
  progress: TargetProgress[];
}

/** The campaign as its papers read it. */
export function campaignRecord({ detail, visits, findings, requests, progress }: CampaignParts): CampaignRecord {
  const { plan, targets, teams } = detail;
  const totals = new Map(progress.map(({ target, totals: kept }) => [target.id, kept]));
  return {
    kind: plan.kind,
    year: plan.year,
    authority: plan.authority_name,
    plan: citedPlan({
      number: plan.number,
      issuedOn: plan.issued_on,
      issuer: plan.authority_name,
      title: plan.title,
      legalBases: plan.legal_bases,
    }),
    legalBases: plan.legal_bases,
    startsOn: plan.starts_on,
    endsOn: plan.ends_on,
    dataFrom: plan.data_from,
    dataTo: plan.data_to,
    areas: plan.areas,
    otherContents: plan.other_contents,
    targets: targets.map(
      ({ id, organization_id: organizationId, parent_id: parentId, name, unit_count: unitCount }) => ({
        id,
        organizationId,
        parentId,
        name,
        unitCount,
        totals: totals.get(id) ?? null,
      }),
    ),
    teams: teams.map(({ id, name, decisionNumber, decisionOn, members }) => ({
      id,
      name,
      decisionNumber,
      decisionOn,
      members,
    })),
    visits,
    findings: findings.map(({ target_id: targetId, kind, area, text, legal_basis: legalBasis, cause }) => ({
      targetId,
      kind,
      area,
      text,
      legalBasis,
      cause,
    })),
    requests: requests.map(({ text, measure, recipients }) => ({
      text,
      measure,
      recipients: recipients.map(({ organizationId, name, firstDueOn, workingDays }) => ({
        organizationId,
        name,
        deadline: deadlineOf(firstDueOn, workingDays),
      })),
    })),
  };
}
