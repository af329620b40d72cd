import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { FindingsModule } from '../findings/findings.module.js';
import { VisitsModule } from '../visits/visits.module.js';
import { ChangesService } from './changes.service.js';
import { ContactsRepository } from './contacts.repository.js';
import { ContactsService } from './contacts.service.js';
import { DevicesController } from './devices.controller.js';
import { FieldLogModule } from './field-log.module.js';
import { FieldworkController } from './fieldwork.controller.js';
import { FieldworkService } from './fieldwork.service.js';
import { LogCheckService } from './log-check.service.js';
import { MinutesController } from './minutes.controller.js';
import { MinutesService } from './minutes.service.js';
import { ParkedService } from './parked.service.js';
import { PackService } from './pack.service.js';
import { RecordingVisits } from './recording-visits.service.js';

@Module({
  imports: [AssessmentsModule, CalendarModule, EvidenceModule, FieldLogModule, FindingsModule, VisitsModule],
  controllers: [DevicesController, FieldworkController, MinutesController],
  providers: [
    ChangesService,
    ContactsRepository,
    ContactsService,
    FieldworkService,
    LogCheckService,
    MinutesService,
    PackService,
    ParkedService,
    RecordingVisits,
  ],
})
export class FieldworkModule {}
