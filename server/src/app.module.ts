import { Module, type DynamicModule } from '@nestjs/common';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AuditHistoryModule } from './audit/audit-history.module.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { CriteriaModule } from './criteria/criteria.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { ExplanationsModule } from './explanations/explanations.module.js';
import { FieldworkModule } from './fieldwork/fieldwork.module.js';
import { FindingsModule } from './findings/findings.module.js';
import { OrganizationsModule } from './organizations/organizations.module.js';
import { PapersModule } from './papers/papers.module.js';
import type { Config } from './platform/config/config.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';
import { PlansModule } from './plans/plans.module.js';
import { RemediationModule } from './remediation/remediation.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { UsersModule } from './users/users.module.js';
import { VisitsModule } from './visits/visits.module.js';

const features = [
  AssessmentsModule,
  AuditHistoryModule,
  CalendarModule,
  CriteriaModule,
  DocumentsModule,
  EvidenceModule,
  ExplanationsModule,
  FieldworkModule,
  FindingsModule,
  OrganizationsModule,
  PapersModule,
  PlansModule,
  RemediationModule,
  RemindersModule,
  UsersModule,
  VisitsModule,
];

@Module({})
export class AppModule {
  static of(config: Config, parts: PlatformParts = {}): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.of(config, parts), ...features] };
  }
}
