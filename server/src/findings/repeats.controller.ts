import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { JudgeRepeatsDto, ListRepeatsDto, type RepeatView } from '@kiemtra/shared/findings';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { RepeatsService } from './repeats.service.js';

@Controller('findings')
export class RepeatsController {
  constructor(private readonly repeats: RepeatsService) {}

  @Get('repeats')
  @Permit('findings.compare')
  list(@CurrentAccess() access: Access, @Query() query: ListRepeatsDto): Promise<RepeatView[]> {
    return this.repeats.list(access, query);
  }

  @Put(':findingId/repeats')
  @Permit('findings.write')
  judge(
    @CurrentAccess() access: Access,
    @Param('findingId') findingId: string,
    @Body() body: JudgeRepeatsDto,
  ): Promise<RepeatView> {
    return this.repeats.judge(access, findingId, body);
  }
}
