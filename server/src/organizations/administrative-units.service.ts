import { Injectable } from '@nestjs/common';
import { addDays } from '@kiemtra/shared/kernel';
import { ROWS_MAX, type ListAdministrativeUnitsDto, type ListImportIssuesDto } from '@kiemtra/shared/organizations';
import { Clock } from '../platform/clock/clock.js';
import type { AdministrativeUnitEntity } from './administrative-unit.entity.js';
import { AdministrativeUnitsRepository } from './administrative-units.repository.js';
import type { ImportReport, UnitRow } from './organization.rows.js';

const UNITS_AT_ONCE = 200;

@Injectable()
export class AdministrativeUnitsService {
  constructor(
    private readonly units: AdministrativeUnitsRepository,
    private readonly clock: Clock,
  ) {}

  list({ search, level, parentCode, at, limit }: ListAdministrativeUnitsDto) {
    return this.units.list({ search, level, parentCode, at: at ?? this.clock.today(), limit: limit ?? UNITS_AT_ONCE });
  }

  find(id: number): Promise<AdministrativeUnitEntity | null> {
    return this.units.find(id);
  }

  /** The unit with the units above it, as they are called today or were called on the unit's last day. */
  async findRow(id: number): Promise<UnitRow | null> {
    const unit = await this.units.find(id);
    const today = this.clock.today();
    return (
      unit && this.units.findRow(id, unit.validTo !== null && unit.validTo <= today ? addDays(unit.validTo, -1) : today)
    );
  }

  async report({ reason, limit }: ListImportIssuesDto): Promise<ImportReport> {
    const counts = await this.units.countIssues();
    const asked = counts.filter((item) => !reason || item.reason === reason);
    return {
      counts,
      issues: await this.units.listIssues(reason ?? null, limit ?? ROWS_MAX),
      total: asked.reduce((sum, { count }) => sum + count, 0),
    };
  }
}
