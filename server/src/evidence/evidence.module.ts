import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BlobStore } from '../platform/files/blob-store.js';
import { PartialFiles } from '../platform/files/partial-files.js';
import { AttachmentsRepository } from './attachments.repository.js';
import { CriterionFilesRepository } from './criterion-files.repository.js';
import { CriterionFilesService } from './criterion-files.service.js';
import { EvidenceWorker } from './evidence-worker.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';
import { ExpiredUploads } from './expired-uploads.service.js';
import { FileEntity } from './file.entity.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { PictureCopiesService } from './picture-copies.service.js';
import { PicturesRepository } from './pictures.repository.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsRepository } from './uploads.repository.js';
import { UploadsService } from './uploads.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([FileEntity])],
  controllers: [FilesController, UploadsController],
  providers: [
    BlobStore,
    PartialFiles,
    AttachmentsRepository,
    CriterionFilesRepository,
    CriterionFilesService,
    EvidenceRepository,
    EvidenceService,
    EvidenceWorker,
    ExpiredUploads,
    FilesService,
    PictureCopiesService,
    PicturesRepository,
    UploadsRepository,
    UploadsService,
  ],
  exports: [CriterionFilesService, EvidenceService, FilesService],
})
export class EvidenceModule {}
