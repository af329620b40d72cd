import { Id, IdList } from '../kernel/index.js';
import { REPEATS_MAX } from './repeat.rules.js';

/** GET /findings/repeats */
export class ListRepeatsDto {
  @Id() planId: string;
}

/** PUT /findings/:findingId/repeats: the earlier shortcomings that it repeats; an empty list says that it is a new one. */
export class JudgeRepeatsDto {
  @IdList({ max: REPEATS_MAX }) repeats: string[];
}
