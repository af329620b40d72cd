import { Injectable } from '@nestjs/common';
import {
  cellKey,
  readOperation,
  record,
  sayWhole,
  stampOf,
  type WholeField,
  type WholeValue,
} from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import { Clock } from '../platform/clock/clock.js';
import { BatchLogService } from './batch-log.service.js';
import { WholeCellsService } from './whole-cells.service.js';

/** The app that speaks for who changes something at the desk. */
const APP = 'server';

/**
 * What was recorded whole on site and is changed at the desk: the change is said into the log, too, on top of what stands,
 * in a lane of its own. Devices hear of it as of any other word, and what stands goes on following from the log.
 */
@Injectable()
export class DeskWords {
  constructor(
    private readonly log: BatchLogService,
    private readonly cells: WholeCellsService,
    private readonly clock: Clock,
  ) {}

  /** Holds a target against all field work until the work ends; before anything else is held. */
  async hold(target: string): Promise<void> {
    await this.cells.holdTarget(target);
  }

  /** Says it as of the visit; does nothing when it was not recorded on site. The caller has checked who may. */
  async say(account: string, visit: string, field: WholeField, value: WholeValue | null): Promise<void> {
    const place = (await this.log.placesOfVisits([visit])).get(visit);
    if (!place) return;
    const { target, version } = place;
    const key = cellKey(target, undefined, field);
    const vseq = (await this.cells.holdTarget(target)) + 1;
    const cell = (await this.cells.findOf(target, field)).get(key);
    if (!cell || version === null) return;
    const { kind, says } = sayWhole(field, value);
    const at = this.clock.now().toISOString();
    const raw = { seq: 1, kind, visit, version, value: says, base: { rev: cell.rev }, at, offset_ms: 0 };
    const { operation } = readOperation(raw, 1);
    if (!operation) throw new Error(`What is said of ${key} at the desk cannot be read on site.`);
    const said = { lane: newId(), account, receivedAt: at };
    await this.log.holdLane(said.lane, account);
    const saying = { word: { value, by: stampOf(operation, said) }, seen: cell.rev };
    this.cells.save(new Map([[key, record(cell, saying, 'applied')]]), () => vseq);
    const receipt = { seq: 1, outcome: 'applied' as const, rev: cell.rev + 1 };
    const logged = [{ kept: operation, receipt }];
    await this.log.add({ ...said, app_version: APP, logged, vseqs: new Map([[target, vseq]]) });
  }
}
