import { Controller, Get, Query } from '@nestjs/common';
import {
  ListAdministrativeUnitsDto,
  ListImportIssuesDto,
  type AdministrativeUnitView,
  type ImportReportView,
  type RowsView,
} from '@kiemtra/shared/organizations';
import { Permit } from '../platform/http/route.js';
import { AdministrativeUnitsService } from './administrative-units.service.js';
import { presentReport, presentUnit } from './organizations.presenter.js';

@Controller('administrative-units')
export class AdministrativeUnitsController {
  constructor(private readonly units: AdministrativeUnitsService) {}

  @Get()
  @Permit('organizations.read')
  async list(@Query() filter: ListAdministrativeUnitsDto): Promise<RowsView<AdministrativeUnitView>> {
    const { rows, total } = await this.units.list(filter);
    return { items: rows.map(presentUnit), total };
  }

  @Get('import-report')
  @Permit('organizations.manage')
  async report(@Query() filter: ListImportIssuesDto): Promise<ImportReportView> {
    return presentReport(await this.units.report(filter));
  }
}
