import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlobStore } from '../platform/files/blob-store.js';
import { EvidenceRepository } from './evidence.repository.js';
import { FileEntity } from './file.entity.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([FileEntity])],
  controllers: [FilesController],
  providers: [BlobStore, EvidenceRepository, FilesService],
  exports: [FilesService],
})
export class EvidenceModule {}
