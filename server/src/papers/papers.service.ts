import { Injectable } from '@nestjs/common';
import { exportFileName, refuseIncomplete, unitInFileName, type PaperDocument } from '@kiemtra/shared/documents';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  PAPER_KINDS,
  SIGNERS,
  paperDrafts,
  paperKindsOf,
  papersProblems,
  signersOf,
  type PaperDraft,
  type PaperDto,
  type PaperInput,
  type PaperKindView,
} from '@kiemtra/shared/papers';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { PlansService } from '../plans/plans.service.js';
import { RemediationService } from '../remediation/remediation.service.js';
import { campaignRecord } from './campaign-record.js';
import { issuerOf } from './paper-bodies.js';
import { PapersRepository } from './papers.repository.js';

/** The official papers of a campaign, made of what is recorded; nothing of them is stored. */
@Injectable()
export class PapersService {
  constructor(
    private readonly repository: PapersRepository,
    private readonly plans: PlansService,
    private readonly findings: FindingsService,
    private readonly assessments: AssessmentsService,
    private readonly remediation: RemediationService,
    private readonly clock: Clock,
  ) {}

  /** Which papers the campaign has, each with what it still lacks. */
  async list(access: Access, planId: string): Promise<PaperKindView[]> {
    const input = await this.input(access, planId, {});
    return paperKindsOf(input.record.kind).map((kind) => ({
      kind,
      drafts: paperDrafts(kind, input).map(({ subject, missing, issuer }) => ({
        subject: subject && { id: subject.id, name: subject.name },
        missing,
        signers: signersOf(issuer),
      })),
    }));
  }

  /** One paper, number and date blank for the clerk; refused with the names of all it lacks. */
  async get(
    access: Access,
    planId: string,
    code: string,
    query: PaperDto,
  ): Promise<{ paper: PaperDocument; fileName: string }> {
    const input = await this.input(access, planId, query);
    const kind = paperKindsOf(input.record.kind).find((each) => each === code);
    const draft =
      kind && paperDrafts(kind, input).find(({ subject }) => (subject?.id ?? null) === (query.subjectId ?? null));
    if (!draft) throw new Problem(kernelProblems.notFound);
    refuseOtherSigner(draft, query);
    refuseIncomplete(draft.missing);
    const of = draft.subject && unitInFileName(draft.subject.name);
    return {
      paper: draft.write(),
      fileName: exportFileName([PAPER_KINDS[kind].name, of, input.record.year], 'docx'),
    };
  }

  private async input(access: Access, planId: string, { position, name }: PaperDto): Promise<PaperInput> {
    const detail = await this.plans.getDetail(access, planId);
    if (!detail.plan.sees_whole) throw new Problem(kernelProblems.notFound);
    // A paper with holes where the own body stands would be a wrong paper.
    if (detail.targets.some((target) => target.is_own)) throw new Problem(papersProblems.ownBody);
    const record = campaignRecord({
      detail,
      visits: await this.repository.listVisits(planId),
      findings: await this.findings.listStanding(access, { planId }),
      requests: await this.remediation.listRequests(access, planId),
      progress: await this.assessments.listProgress(access, planId),
    });
    return {
      record,
      authority: issuerOf(await this.repository.getAuthority(planId)),
      signer: { position: position ?? '', name: name ?? null },
      year: yearOfPaper(record.year, Number(this.clock.today().slice(0, 4))),
    };
  }
}

/** Papers of a campaign are written in its year or the next; those of an older one, looked at now, bear its own. */
function yearOfPaper(campaign: number, now: number): number {
  return now - campaign > 1 ? campaign : now;
}

function refuseOtherSigner({ issuer }: PaperDraft, { position }: PaperDto): void {
  const faults = new Faults();
  const allowed: readonly string[] = SIGNERS[issuer.form];
  if (position && !allowed.includes(position)) faults.add(papersProblems.notTheirs, 'position');
  faults.refuse();
}
