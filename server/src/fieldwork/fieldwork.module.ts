import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { VisitsModule } from '../visits/visits.module.js';
import { BatchLogRepository } from './batch-log.repository.js';
import { BatchLogService } from './batch-log.service.js';
import { FieldworkController } from './fieldwork.controller.js';
import { FieldworkService } from './fieldwork.service.js';
import { LogCheckService } from './log-check.service.js';
import { ParkedRepository } from './parked.repository.js';
import { ParkedService } from './parked.service.js';
import { RecordingVisits } from './recording-visits.service.js';
import { ScoringService } from './scoring.service.js';

@Module({
  imports: [AssessmentsModule, EvidenceModule, VisitsModule],
  controllers: [FieldworkController],
  providers: [
    BatchLogRepository,
    BatchLogService,
    FieldworkService,
    LogCheckService,
    ParkedRepository,
    ParkedService,
    RecordingVisits,
    ScoringService,
  ],
})
export class FieldworkModule {}
