import { Module } from '@nestjs/common';
import { BatchLogRepository } from './batch-log.repository.js';
import { BatchLogService } from './batch-log.service.js';
import { DeskWords } from './desk-words.service.js';
import { ParkedRepository } from './parked.repository.js';
import { WholeCellsRepository } from './whole-cells.repository.js';
import { WholeCellsService } from './whole-cells.service.js';

/** The log of what is said on site and what stands whole of it: beneath field work, and beneath what the desk changes of it. */
@Module({
  providers: [
    BatchLogRepository,
    BatchLogService,
    DeskWords,
    ParkedRepository,
    WholeCellsRepository,
    WholeCellsService,
  ],
  exports: [BatchLogService, DeskWords, ParkedRepository, WholeCellsService],
})
export class FieldLogModule {}
