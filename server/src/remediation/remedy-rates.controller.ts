import { Controller, Get, Query } from '@nestjs/common';
import { ListRemedyRatesDto, type RemedyRateView } from '@kiemtra/shared/remediation';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { RemediationService } from './remediation.service.js';

@Controller('remedy-rates')
export class RemedyRatesController {
  constructor(private readonly remediation: RemediationService) {}

  @Get()
  @Permit('remediation.read')
  list(@CurrentAccess() access: Access, @Query() { planId }: ListRemedyRatesDto): Promise<RemedyRateView[]> {
    return this.remediation.listRates(access, planId ?? null);
  }
}
