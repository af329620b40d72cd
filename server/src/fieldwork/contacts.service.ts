import { Injectable } from '@nestjs/common';
import { MIN_APP, type HelloDto, type HelloReply } from '@kiemtra/shared/fieldwork';
import { kernelProblems, Problem } from '@kiemtra/shared/kernel';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { VisitsService } from '../visits/visits.service.js';
import { BatchLogService } from './batch-log.service.js';
import { ContactsRepository, type MemberDeviceRow } from './contacts.repository.js';

/** How the devices in the field stand: what each one said last, and what the lead reads of it. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly log: BatchLogService,
    private readonly visits: VisitsService,
    private readonly clock: Clock,
  ) {}

  /** Takes down what a device says about itself. Its time decides nothing: it is measured, not believed. */
  async hello(access: Access, said: HelloDto): Promise<HelloReply> {
    const now = this.clock.now();
    const acked = await this.log.holdLane(said.lane, access.accountId);
    const packs = await this.visits.idsOfMember(access, { ids: said.packs });
    const age = said.unsent > 0 ? (said.unsent_age ?? null) : null;
    await this.contacts.save({
      lane_id: said.lane,
      contacted_at: now.toISOString(),
      max_seq: said.max_seq,
      packs,
      unsent: said.unsent,
      unsent_since: age === null ? null : new Date(now.getTime() - age * 1000).toISOString(),
      pending_kib: said.pending_kib,
      storage: said.storage,
      clock_offset_ms: Date.parse(said.device_time) - now.getTime(),
      app_version: said.app_version,
    });
    for (const { lane, last_seq } of said.left ?? []) {
      await this.holdFormer(access, said, lane);
      await this.contacts.retire(lane, last_seq);
    }
    return {
      server_time: now.toISOString(),
      epoch: await this.contacts.epoch(),
      acked_through: acked,
      min_app: MIN_APP,
      packs,
      ...(said.lost && { lost_acked_through: await this.takeLoss(access, said, said.lost, now) }),
    };
  }

  /** The devices of a visit's team, for its head. */
  async listDevices(access: Access, visitId: string): Promise<{ rows: MemberDeviceRow[]; now: Date }> {
    const [visit] = await this.visits.idsOfMember(access, { ids: [visitId] });
    if (visit === undefined) throw new Problem(kernelProblems.notFound);
    return { rows: await this.contacts.listOfVisit(visit), now: this.clock.now() };
  }

  /** Gives the number up to which the server has what the device lost. */
  private async takeLoss(
    access: Access,
    said: HelloDto,
    { lane, last_seq }: NonNullable<HelloDto['lost']>,
    now: Date,
  ): Promise<number> {
    const acked = await this.holdFormer(access, said, lane);
    const isAllHere = last_seq > 0 && last_seq <= acked;
    if (isAllHere) await this.contacts.retire(lane, acked);
    else await this.contacts.saveLoss(lane, last_seq, now.toISOString(), said.app_version);
    return acked;
  }

  /** Holds a lane that the device has left; gives the number up to which the server has it. */
  private holdFormer({ accountId }: Access, said: HelloDto, lane: string): Promise<number> {
    if (lane === said.lane) throw new Problem(kernelProblems.malformed);
    return this.log.holdLane(lane, accountId);
  }
}
