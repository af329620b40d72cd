import { Controller, Get, Param } from '@nestjs/common';
import type { AssessmentView, TargetProgressView } from '@kiemtra/shared/assessments';
import { CurrentAccess, Permit, Transaction, type Access } from '../platform/http/route.js';
import { presentAssessment, presentProgress } from './assessments.presenter.js';
import { AssessmentsService } from './assessments.service.js';

@Controller()
export class AssessmentsController {
  constructor(private readonly assessments: AssessmentsService) {}

  @Get('plan-targets/:targetId/assessment')
  @Permit('assessments.read')
  @Transaction({ isSnapshot: true })
  async get(@CurrentAccess() access: Access, @Param('targetId') targetId: string): Promise<AssessmentView> {
    return presentAssessment(await this.assessments.getOfTarget(access, targetId));
  }

  @Get('plans/:planId/progress')
  @Permit('assessments.read')
  async listProgress(@CurrentAccess() access: Access, @Param('planId') planId: string): Promise<TargetProgressView[]> {
    return (await this.assessments.listProgress(access, planId)).map(presentProgress);
  }
}
