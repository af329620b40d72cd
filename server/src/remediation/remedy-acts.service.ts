import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  decisionFaults,
  isToRemedy,
  openFindings,
  remediationAudit,
  remediationProblems,
  reportFaults,
  stateAfter,
  type AcceptRemedyDto,
  type AcknowledgeDto,
  type DecideFindingsDto,
  type FindingStanding,
  type FindingWordView,
  type RemedyAct,
  type ReportRemedyDto,
  type ReturnRemedyDto,
} from '@kiemtra/shared/remediation';
import { EvidenceService, type Attached } from '../evidence/evidence.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { Audit } from '../platform/audit/audit.js';
import type { Access } from '../platform/http/route.js';
import { DueDates } from './due-dates.js';
import { recipientSubject, type RecipientRow } from './remedy.rows.js';
import { RecipientsRepository } from './recipients.repository.js';
import { RemedyThread } from './remedy-thread.js';
import { ThreadRepository, type FindingWordRow } from './thread.repository.js';

interface Act {
  id: string;
  act: RemedyAct;
  text: string | null;
}

/** What an act says about the findings that are still open. */
type Tell = (open: readonly string[]) => FindingWordView[];

/** The acts that carry a request on its way at a recipient. */
@Injectable()
export class RemedyActsService {
  constructor(
    private readonly recipients: RecipientsRepository,
    private readonly entries: ThreadRepository,
    private readonly thread: RemedyThread,
    private readonly findings: FindingsService,
    private readonly evidence: EvidenceService,
    private readonly due: DueDates,
    private readonly audit: Audit,
  ) {}

  async acknowledge(access: Access, recipientId: string, { id }: AcknowledgeDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'acknowledge', text: null });
    if (row) await this.audit.record(remediationAudit.acknowledged, recipientSubject(row), { recipient: row.name });
  }

  /** Tells of each open finding. A report ends an open ask for more time: there is nothing left to ask for. */
  async report(access: Access, recipientId: string, report: ReportRemedyDto): Promise<void> {
    const { id, text } = report;
    const words = reportedWords(report);
    const files = filesOf(report);
    const row = await this.act(access, recipientId, { id, act: 'report', text: text || null }, (open) => {
      new Faults(reportFaults(report, open, this.due.today)).refuse();
      return words;
    });
    if (!row) {
      await this.refuseOtherWords(recipientId, id, words);
      await this.refuseOtherFiles(id, files);
      return;
    }
    await this.evidence.attach(access, { remedyEntryId: id }, files);
    const endsAsk = row.asked_until;
    if (endsAsk !== null) await this.recipients.endAsk(row.id);
    const details = { recipient: row.name, files: files.length, endsAsk };
    await this.audit.record(remediationAudit.reported, recipientSubject(row), details);
  }

  async return(access: Access, recipientId: string, { id, reason }: ReturnRemedyDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'return', text: reason }, all('returned'));
    if (row) await this.audit.record(remediationAudit.returned, recipientSubject(row), { recipient: row.name, reason });
  }

  async accept(access: Access, recipientId: string, { id, comment }: AcceptRemedyDto): Promise<void> {
    const row = await this.act(access, recipientId, { id, act: 'accept', text: comment || null }, all('accepted'));
    if (row) await this.audit.record(remediationAudit.accepted, recipientSubject(row), { recipient: row.name });
  }

  /** Decides about each open finding; what is accepted here is not reported again. */
  async decide(access: Access, recipientId: string, { id, comment, decisions }: DecideFindingsDto): Promise<void> {
    const words = decisions.map(({ findingId, standing, comment: text }) =>
      wordAbout(findingId, standing, text || null),
    );
    const returned = decisions.filter(({ standing }) => standing === 'returned').length;
    const act = returned === 0 ? 'accept' : 'return';
    const row = await this.act(access, recipientId, { id, act, text: comment || null }, (open) => {
      new Faults(decisionFaults(decisions, open)).refuse();
      return words;
    });
    if (!row) return this.refuseOtherWords(recipientId, id, words);
    const details = { recipient: row.name, accepted: decisions.length - returned, returned };
    if (returned > 0) await this.audit.record(remediationAudit.findingsReturned, recipientSubject(row), details);
    else await this.audit.record(remediationAudit.accepted, recipientSubject(row), { recipient: row.name });
  }

  /** Does the act and gives the recipient; null when this very entry was made before. */
  private async act(
    access: Access,
    recipientId: string,
    { id, act, text }: Act,
    tell: Tell = () => [],
  ): Promise<RecipientRow | null> {
    const entry = { id, act, text, until: null };
    const row = await this.thread.hold(access, recipientId, entry);
    if (!row) return null;
    const next = stateAfter(row.state, act);
    if (next === null) throw new Problem(remediationProblems.notNow, { state: row.state });
    const words = tell(await this.openFindings(recipientId));
    await this.thread.say(access, recipientId, entry, words);
    await this.recipients.setState(recipientId, next);
    return row;
  }

  private async openFindings(recipientId: string): Promise<string[]> {
    const findings = (await this.findings.listForRecipient(recipientId)).filter(isToRemedy);
    return openFindings(
      findings.map(({ id }) => id),
      await this.entries.listWords(recipientId),
    );
  }

  private async refuseOtherFiles(entryId: string, files: readonly Attached[]): Promise<void> {
    const kept = (await this.evidence.listOfEntries([entryId])).get(entryId) ?? [];
    // One file may prove several findings.
    const sent = new Set(files.map(({ id }) => id));
    const isSame = kept.length === sent.size && kept.every(({ id }) => sent.has(id));
    if (!isSame) throw new Problem(kernelProblems.idReused);
  }

  private async refuseOtherWords(recipientId: string, entryId: string, words: FindingWordView[]): Promise<void> {
    const kept = (await this.entries.listWords(recipientId)).filter((word) => word.entryId === entryId);
    const sent = words.map((word) => ({ ...word, entryId }));
    if (!isDeepStrictEqual(byFinding(kept), byFinding(sent))) throw new Problem(kernelProblems.idReused);
  }
}

const byFinding = (words: readonly FindingWordRow[]) =>
  words.map((word) => ({ ...word })).sort((a, b) => a.findingId.localeCompare(b.findingId));

function wordAbout(findingId: string, standing: FindingStanding, text: string | null = null): FindingWordView {
  return { findingId, standing, text, doneOn: null, fileIds: [] };
}

const all =
  (standing: FindingStanding): Tell =>
  (open) =>
    open.map((findingId) => wordAbout(findingId, standing));

function reportedWords({ findings }: ReportRemedyDto): FindingWordView[] {
  return (findings ?? []).map(({ findingId, standing, text, doneOn, files }) => ({
    ...wordAbout(findingId, standing, text),
    doneOn: doneOn ?? null,
    fileIds: files.map(({ id }) => id),
  }));
}

/** The files of the whole report and of each finding, with the fields they came in. */
function filesOf({ files, findings }: ReportRemedyDto): Attached[] {
  const lists = [
    { path: 'files', files },
    ...(findings ?? []).map((each, index) => ({ path: `findings.${index}.files`, files: each.files })),
  ];
  return lists.flatMap(({ path, files: list }) =>
    list.map(({ id, caption }, index) => ({ id, caption: caption ?? null, path: `${path}.${index}.id` })),
  );
}
