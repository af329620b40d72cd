import { Module } from '@nestjs/common';
import { CriteriaModule } from '../criteria/criteria.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { AnswersRepository } from './answers.repository.js';
import { AnswersService } from './answers.service.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { AssessmentsService } from './assessments.service.js';

@Module({
  imports: [CriteriaModule, EvidenceModule, PlansModule],
  controllers: [AssessmentsController],
  providers: [AnswersRepository, AnswersService, AssessmentsRepository, AssessmentsService],
  exports: [AnswersService, AssessmentsService],
})
export class AssessmentsModule {}
