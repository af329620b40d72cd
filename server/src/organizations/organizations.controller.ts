import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  CloseOrganizationDto,
  CreateOrganizationDto,
  ListOrganizationsDto,
  OnDayDto,
  RenameOrganizationDto,
  type OrganizationDetailView,
  type OrganizationView,
  type RowsView,
} from '@kiemtra/shared/organizations';
import { CurrentAccess, Permit, type Access } from '../platform/http/route.js';
import { presentDetail, presentOrganization } from './organizations.presenter.js';
import { OrganizationsService } from './organizations.service.js';

@Controller('organizations')
export class OrganizationsController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @Permit('organizations.read')
  async list(
    @Query() filter: ListOrganizationsDto,
    @CurrentAccess() access: Access,
  ): Promise<RowsView<OrganizationView>> {
    const { rows, total } = await this.organizations.list(filter, access);
    return { items: rows.map(presentOrganization), total };
  }

  @Get(':organizationId')
  @Permit('organizations.read')
  async get(
    @Param('organizationId') id: string,
    @Query() { at }: OnDayDto,
    @CurrentAccess() access: Access,
  ): Promise<OrganizationDetailView> {
    return presentDetail(await this.organizations.get(id, at, access));
  }

  @Post()
  @HttpCode(204)
  @Permit('organizations.manage')
  async create(@Body() body: CreateOrganizationDto): Promise<void> {
    await this.organizations.create(body);
  }

  @Patch(':organizationId')
  @HttpCode(204)
  @Permit('organizations.manage')
  async rename(@Param('organizationId') id: string, @Body() body: RenameOrganizationDto): Promise<void> {
    await this.organizations.rename(id, body);
  }

  @Post(':organizationId/close')
  @HttpCode(204)
  @Permit('organizations.manage')
  async close(@Param('organizationId') id: string, @Body() body: CloseOrganizationDto): Promise<void> {
    await this.organizations.close(id, body);
  }
}
