import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RemediationModule } from '../remediation/remediation.module.js';
import { PapersController } from './papers.controller.js';
import { PapersRepository } from './papers.repository.js';
import { PapersService } from './papers.service.js';

@Module({
  imports: [AssessmentsModule, FindingsModule, PlansModule, RemediationModule],
  controllers: [PapersController],
  providers: [PapersRepository, PapersService],
})
export class PapersModule {}
