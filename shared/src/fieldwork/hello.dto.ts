/** What a device says with POST /api/v1/sync/hello (`hello.contract`); apart from it, since a device checks none of this. */
import { Id, IdList, Instant, ListOf, Nested, OneOf, Text, Whole } from '../kernel/index.js';
import { LEFT_MAX, PACKS_MAX, STORAGE_STATES, type StorageState } from './hello.contract.js';
import { NUMBER_MAX } from './operation.limits.js';

/** A lane of this device on which nothing is said any more. */
export class FormerLaneDto {
  @Id() lane: string;
  /** The last number it is known to have given. */
  @Whole({ min: 0, max: NUMBER_MAX }) last_seq: number;
}

export class HelloDto {
  @Id() lane: string;
  /** The highest number the device has given; 0 for none. */
  @Whole({ min: 0, max: NUMBER_MAX }) max_seq: number;
  /** Visits that were taken to the field. */
  @IdList({ max: PACKS_MAX }) packs: string[];
  /** Operations without a receipt. */
  @Whole({ min: 0, max: NUMBER_MAX }) unsent: number;
  /** Seconds since the oldest of them was recorded. */
  @Whole({ min: 0, max: NUMBER_MAX, optional: true }) unsent_age?: number | null;
  /** Bytes of files that wait, in KiB. */
  @Whole({ min: 0, max: NUMBER_MAX }) pending_kib: number;
  @OneOf(STORAGE_STATES) storage: StorageState;
  @Instant() device_time: string;
  @Text({ max: 40 }) app_version: string;
  /** Its storage was thrown away by the browser: the device knows of it from its cookie alone. */
  @Nested(() => FormerLaneDto, { optional: true }) lost?: FormerLaneDto | null;
  /** All that was said on them up to their last numbers has outcomes, there or under the lane of this hello. */
  @ListOf(() => FormerLaneDto, { max: LEFT_MAX, optional: true }) left?: FormerLaneDto[] | null;
}
