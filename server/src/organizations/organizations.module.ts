import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdministrativeUnitEntity } from './administrative-unit.entity.js';
import { AdministrativeUnitsController } from './administrative-units.controller.js';
import { AdministrativeUnitsRepository } from './administrative-units.repository.js';
import { AdministrativeUnitsService } from './administrative-units.service.js';
import { NationalImport } from './national/national-import.service.js';
import { OrganizationEntity, OrganizationNameEntity } from './organization.entity.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { OrganizationsService } from './organizations.service.js';
import { ProvinceBodiesRepository } from './province-bodies.repository.js';
import { ProvinceBodiesService } from './province-bodies.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AdministrativeUnitEntity, OrganizationEntity, OrganizationNameEntity])],
  controllers: [AdministrativeUnitsController, OrganizationsController],
  providers: [
    AdministrativeUnitsRepository,
    AdministrativeUnitsService,
    NationalImport,
    OrganizationsRepository,
    OrganizationsService,
    ProvinceBodiesRepository,
    ProvinceBodiesService,
  ],
  exports: [NationalImport, OrganizationsService, ProvinceBodiesService],
})
export class OrganizationsModule {}
