import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { FieldLogModule } from '../fieldwork/field-log.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { FieldFindings } from './field-findings.service.js';
import { FindingRepeatEntity } from './finding-repeat.entity.js';
import { FindingEntity } from './finding.entity.js';
import { FindingsController } from './findings.controller.js';
import { FindingsRepository } from './findings.repository.js';
import { FindingsService } from './findings.service.js';
import { PutFindings } from './put-findings.service.js';
import { RepeatsController } from './repeats.controller.js';
import { RepeatsRepository } from './repeats.repository.js';
import { RepeatsService } from './repeats.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([FindingEntity, FindingRepeatEntity]),
    EvidenceModule,
    FieldLogModule,
    PlansModule,
  ],
  controllers: [RepeatsController, FindingsController],
  providers: [FieldFindings, FindingsRepository, FindingsService, PutFindings, RepeatsRepository, RepeatsService],
  exports: [FieldFindings, FindingsService, PutFindings, RepeatsService],
})
export class FindingsModule {}
