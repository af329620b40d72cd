import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { FieldLogModule } from '../fieldwork/field-log.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { FieldFindings } from './field-findings.service.js';
import { FindingEntity } from './finding.entity.js';
import { FindingsController } from './findings.controller.js';
import { FindingsRepository } from './findings.repository.js';
import { FindingsService } from './findings.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([FindingEntity]), EvidenceModule, FieldLogModule, PlansModule],
  controllers: [FindingsController],
  providers: [FieldFindings, FindingsRepository, FindingsService],
  exports: [FieldFindings, FindingsService],
})
export class FindingsModule {}
