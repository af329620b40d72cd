import { Controller, Get, Param } from '@nestjs/common';
import type { VisitMinutesView } from '@kiemtra/shared/minutes';
import { CurrentAccess, Permit, Transaction, type Access } from '../platform/http/route.js';
import { MinutesService } from './minutes.service.js';

/** The minutes of a visit for who reads how it was scored. */
@Controller()
export class MinutesController {
  constructor(private readonly minutes: MinutesService) {}

  @Get('visits/:visitId/minutes')
  @Permit('assessments.read')
  @Transaction({ isSnapshot: true })
  get(@CurrentAccess() access: Access, @Param('visitId') visitId: string): Promise<VisitMinutesView> {
    return this.minutes.get(access, visitId);
  }
}
