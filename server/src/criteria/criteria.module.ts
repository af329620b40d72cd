import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CriteriaController } from './criteria.controller.js';
import { CriteriaSetEntity, CriteriaVersionEntity, CriterionEntity } from './criteria.entity.js';
import { CriteriaRepository } from './criteria.repository.js';
import { CriteriaService } from './criteria.service.js';
import { PublishedVersions } from './published-versions.js';

@Module({
  imports: [TypeOrmModule.forFeature([CriteriaSetEntity, CriteriaVersionEntity, CriterionEntity])],
  controllers: [CriteriaController],
  providers: [CriteriaRepository, CriteriaService, PublishedVersions],
  exports: [CriteriaService],
})
export class CriteriaModule {}
