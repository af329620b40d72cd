import { IdList, Whole } from '../kernel/index.js';
import { ESCALATION_DAYS_MAX } from './escalation.rules.js';

const DAYS = { min: 1, max: ESCALATION_DAYS_MAX };

/** POST /notices/read */
export class ReadNoticesDto {
  @IdList({ min: 1, max: 500 }) noticeIds: string[];
}

/** PUT /plans/:planId/escalation-ladder: working days behind the due date; `version` is the one the editor saw. */
export class SetLadderDto {
  @Whole({ min: 0, max: 2_147_483_647 }) version: number;
  @Whole(DAYS) officer: number;
  @Whole(DAYS) head: number;
  @Whole(DAYS) superior: number;
  @Whole(DAYS) leader: number;
}
