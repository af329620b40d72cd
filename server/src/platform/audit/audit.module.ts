import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEventEntity } from './audit-event.entity.js';
import { Audit } from './audit.js';

@Global()
@Module({ imports: [TypeOrmModule.forFeature([AuditEventEntity])], providers: [Audit], exports: [Audit] })
export class AuditModule {}
