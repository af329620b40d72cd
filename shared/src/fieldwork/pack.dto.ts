import { Uuid } from '../kernel/index.js';

/** GET /api/v1/sync/pack */
export class GetPackDto {
  @Uuid() visit: string;
}
