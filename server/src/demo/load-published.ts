import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import { TWO_TIER_START, UNKNOWN_START } from '@kiemtra/shared/organizations';
import { FindingsService } from '../findings/findings.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { ProvinceBodiesService } from '../organizations/province-bodies.service.js';
import { Database } from '../platform/database/database.js';
import { PlansService } from '../plans/plans.service.js';
import { RequestsService } from '../remediation/requests.service.js';
import { VisitsService } from '../visits/visits.service.js';
import type { PublishedBody, PublishedCampaign } from './campaigns/published-campaign.js';

/** Stores a published campaign in the province under way, as it was: what its source does not state stays empty. */
export async function loadPublished(app: INestApplicationContext, campaign: PublishedCampaign): Promise<void> {
  const bodyOf = await knownBodies(app, campaign);
  const planId = newId();
  const teamId = newId();
  const targetIds = new Map(campaign.targets.map(({ ref }) => [ref, newId()]));
  const { team } = campaign;

  await app.get(PlansService).record({
    id: planId,
    kind: campaign.kind,
    state: 'concluded',
    isSample: false,
    title: campaign.title,
    year: campaign.year,
    authorityId: bodyOf(campaign.authority),
    number: campaign.number,
    issuedOn: campaign.issuedOn,
    legalBases: campaign.legalBases,
    areas: campaign.areas,
    otherContents: campaign.otherContents,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    scheduleNote: campaign.scheduleNote,
    targets: campaign.targets.map((target) => ({
      id: idOf(targetIds, target.ref),
      parentId: target.parent ? idOf(targetIds, target.parent) : null,
      ...('body' in target
        ? { organizationId: bodyOf(target.body) }
        : { label: target.label, unitCount: target.count }),
    })),
    teams: team
      ? [
          {
            id: teamId,
            name: team.name,
            members: team.lead ? [{ id: newId(), ...team.lead, role: 'lead', areas: [] }] : [],
          },
        ]
      : [],
  });
  for (const visit of campaign.visits) {
    await app.get(VisitsService).record({
      id: newId(),
      planId,
      teamId,
      targetId: idOf(targetIds, visit.target),
      date: visit.date,
      halfDay: visit.halfDay,
      place: visit.place,
      mode: 'direct',
      hosts: visit.hosts,
      attendees: [],
      state: 'finalised',
      checkedInAt: null,
      finalisedAt: null,
    });
  }
  const findingIds = new Map(campaign.findings.map(({ ref }) => [ref, newId()]));
  for (const { ref, ...finding } of campaign.findings) {
    await app.get(FindingsService).record({ id: idOf(findingIds, ref), planId, ...finding });
  }
  for (const { text, findings, recipients } of campaign.requests) {
    await app.get(RequestsService).record({
      id: newId(),
      planId,
      kind: null,
      text,
      number: null,
      issuedOn: null,
      findingIds: findings.map((ref) => idOf(findingIds, ref)),
      recipients: recipients.map((recipient) => ({
        id: newId(),
        ...('body' in recipient ? { organizationId: bodyOf(recipient.body) } : { label: recipient.label }),
      })),
    });
  }
}

function idOf(ids: Map<string, string>, ref: string): string {
  const id = ids.get(ref);
  if (!id) throw new Error(`the campaign names ${ref} but does not hold it`);
  return id;
}

/** Makes sure that every body the campaign names is there; gives the way from a body to its organization. */
async function knownBodies(
  app: INestApplicationContext,
  campaign: PublishedCampaign,
): Promise<(body: PublishedBody) => string> {
  const committees = await app.get(ProvinceBodiesService).addHistoric(campaign.unitCodes);
  const departments = new Map<string, string>();
  const bodies = [campaign.authority, ...campaign.targets.flatMap((target) => ('body' in target ? [target.body] : []))];
  for (const body of bodies) {
    if ('unitCode' in body || departments.has(body.department)) continue;
    departments.set(body.department, await addDepartment(app, body, idOf(committees, body.under)));
  }
  return (body) => ('unitCode' in body ? idOf(committees, body.unitCode) : idOf(departments, body.department));
}

/** A department of before the two-tier government; it ends with its province into the one that took it over. */
async function addDepartment(
  app: INestApplicationContext,
  { department, successor }: Extract<PublishedBody, { department: string }>,
  parentId: string,
): Promise<string> {
  const organizations = app.get(OrganizationsService);
  const id = newId();
  await organizations.create({ id, kind: 'department', name: department, parentId, validFrom: UNKNOWN_START });
  const heir = await app
    .get(Database)
    .one<{ organization_id: string }>(
      'select organization_id from organization_name where name = $1 and valid_from = $2',
      [successor, TWO_TIER_START],
    );
  await organizations.close(id, { version: 1, validTo: TWO_TIER_START, successorId: heir?.organization_id ?? null });
  return id;
}
