import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { RemediationModule } from '../remediation/remediation.module.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsRepository } from './documents.repository.js';
import { DocumentsService } from './documents.service.js';

@Module({
  imports: [AssessmentsModule, FindingsModule, PlansModule, RemediationModule],
  controllers: [DocumentsController],
  providers: [DocumentsRepository, DocumentsService],
})
export class DocumentsModule {}
