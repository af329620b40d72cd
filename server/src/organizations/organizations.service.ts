import { Injectable } from '@nestjs/common';
import { Faults, Problem, kernelProblems, type CalendarDate } from '@kiemtra/shared/kernel';
import {
  ROWS_MAX,
  committeeKindOf,
  isCommitteeKind,
  isValidOn,
  nameOn,
  namesakeOf,
  organizationsAudit,
  organizationsProblems,
  renamed,
  spanOfKind,
  spanOfOrganization,
  type CloseOrganizationDto,
  type CreateOrganizationDto,
  type ListOrganizationsDto,
  type OrganizationName,
  type RenameOrganizationDto,
  type Validity,
} from '@kiemtra/shared/organizations';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock/clock.js';
import type { Access } from '../platform/http/route.js';
import { AdministrativeUnitsService } from './administrative-units.service.js';
import type { OrganizationEntity } from './organization.entity.js';
import type { OrganizationDetail } from './organization.rows.js';
import { OrganizationsRepository } from './organizations.repository.js';

@Injectable()
export class OrganizationsService {
  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly units: AdministrativeUnitsService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  list({ search, kind, parentId, at, limit }: ListOrganizationsDto, access: Access) {
    const filter = { search, kind, parentId, at: at ?? this.clock.today(), limit: limit ?? ROWS_MAX };
    return this.organizations.list(filter, access);
  }

  /** The body under its name of the day (today when left out), with its names, predecessors and place in the tree. */
  async get(id: string, at: CalendarDate | undefined, access: Access): Promise<OrganizationDetail> {
    const date = at ?? this.clock.today();
    const row = await this.organizations.findVisible(id, date, access);
    if (!row) throw new Problem(kernelProblems.notFound);
    return {
      row,
      names: await this.organizations.names(id),
      above: await this.organizations.listAbove(id, date),
      unit: row.administrative_unit_id === null ? null : await this.units.findRow(row.administrative_unit_id),
      successor: row.successor_id === null ? null : await this.organizations.findRow(row.successor_id, date),
      predecessors: await this.organizations.listPredecessors(id, date),
    };
  }

  /** Creating the same body again with the same id changes nothing. */
  async create(dto: CreateOrganizationDto): Promise<void> {
    const { id, kind } = dto;
    const wanted = { validFrom: dto.validFrom, validTo: dto.validTo ?? null };
    const span = spanOfOrganization(kind, wanted);
    const organization = {
      id,
      kind,
      ...(span ?? wanted),
      version: 1,
      successorId: null,
      parentId: dto.parentId ?? null,
      administrativeUnitId: dto.administrativeUnitId ?? null,
    };
    const { validFrom } = organization;
    const name = { name: dto.name, shortName: dto.shortName || null, validFrom, validTo: null };

    const existing = await this.organizations.find(id);
    if (existing) return this.refuseUnlessSame(existing, organization, name);
    const faults = new Faults();
    if (wanted.validTo !== null && wanted.validTo <= wanted.validFrom) {
      faults.add(organizationsProblems.endsTooEarly, 'validTo');
    } else if (!span) {
      faults.add(organizationsProblems.outsideItsKind, 'validFrom');
    }
    await this.checkParent(organization, faults);
    await this.checkUnit(organization, faults);
    await this.checkName(organization, { ...organization, name: name.name }, faults);
    faults.refuse();
    await this.organizations.insert(organization, name);
    await this.audit.record(organizationsAudit.created, subject(id), { name: name.name, validFrom });
  }

  async rename(id: string, { version, name, shortName, validFrom, kind }: RenameOrganizationDto): Promise<void> {
    const organization = await this.getEntity(id);
    if (organization.validTo !== null && organization.validTo <= validFrom) {
      throw new Problem(organizationsProblems.alreadyClosed);
    }
    const faults = new Faults();
    if (kind && !isValidOn(spanOfKind(kind), validFrom)) faults.add(organizationsProblems.outsideItsKind, 'kind');
    const names = await this.organizations.names(id);
    const last = nameOn(names, '9999-12-31');
    const next = renamed(names, { name, shortName: shortName || null, validFrom });
    if (!next) {
      throw faults.add(organizationsProblems.namedBefore, 'validFrom', { lastFrom: last.validFrom }).problem();
    }
    await this.checkName(organization, { name, validFrom, validTo: organization.validTo }, faults);
    faults.refuse();
    await this.change(organization, version, { kind: kind ?? organization.kind });
    await this.organizations.replaceNames(id, next);
    await this.audit.record(organizationsAudit.renamed, subject(id), { name, before: last.name, validFrom });
  }

  /** Ends the body, alone or into the one that takes its place. */
  async close(id: string, { version, validTo, successorId = null }: CloseOrganizationDto): Promise<void> {
    const organization = await this.getEntity(id);
    if (organization.validTo !== null) throw new Problem(organizationsProblems.alreadyClosed);
    const last = nameOn(await this.organizations.names(id), '9999-12-31');
    const successor = successorId === null ? null : await this.findSuccessor(id, successorId, validTo);
    const faults = new Faults();
    if (validTo <= organization.validFrom || validTo <= last.validFrom) {
      faults.add(organizationsProblems.endsTooEarly, 'validTo');
    }
    if (successorId !== null && successor === null) faults.add(organizationsProblems.unknownSuccessor, 'successorId');
    faults.refuse();
    const count = await this.organizations.countChildrenOn(id, validTo);
    if (count > 0) throw new Problem(organizationsProblems.hasOpenChildren, { count });
    await this.change(organization, version, { validTo, successorId });
    const { name } = last;
    if (successor === null) await this.audit.record(organizationsAudit.closed, subject(id), { name, validTo });
    else await this.audit.record(organizationsAudit.merged, subject(id), { name, validTo, successor });
  }

  private async getEntity(id: string): Promise<OrganizationEntity> {
    const organization = await this.organizations.find(id);
    if (!organization) throw new Problem(kernelProblems.notFound);
    return organization;
  }

  /** Name of the successor on the day. It exists on the day the other one ends, so no chain can lead back. */
  private async findSuccessor(id: string, successorId: string, date: CalendarDate): Promise<string | null> {
    const successor = successorId === id ? null : await this.organizations.find(successorId);
    if (!successor || !isValidOn(successor, date)) return null;
    return nameOn(await this.organizations.names(successorId), date).name;
  }

  private async change(
    { id }: OrganizationEntity,
    version: number,
    change: Parameters<OrganizationsRepository['update']>[2],
  ): Promise<void> {
    if (!(await this.organizations.update(id, version, change))) throw new Problem(kernelProblems.stale);
  }

  private async refuseUnlessSame(
    existing: OrganizationEntity,
    wanted: Omit<OrganizationEntity, 'provinceId'>,
    name: OrganizationName,
  ): Promise<void> {
    const [first, ...later] = await this.organizations.names(existing.id);
    const isSame =
      Object.entries(wanted).every(([field, value]) => existing[field as keyof OrganizationEntity] === value) &&
      later.length === 0 &&
      first?.name === name.name &&
      first.shortName === name.shortName;
    if (!isSame) throw new Problem(kernelProblems.idReused);
  }

  private async checkParent(
    { id, parentId, validFrom }: Omit<OrganizationEntity, 'provinceId'>,
    faults: Faults,
  ): Promise<void> {
    if (parentId === null) return;
    const parent = parentId === id ? null : await this.organizations.find(parentId);
    if (!parent || !isValidOn(parent, validFrom)) faults.add(organizationsProblems.unknownParent, 'parentId');
  }

  private async checkName(
    { id, parentId }: Pick<OrganizationEntity, 'id' | 'parentId'>,
    wanted: Validity & { name: string },
    faults: Faults,
  ): Promise<void> {
    const namesake = namesakeOf(wanted, await this.organizations.holdNamesBeside(id, parentId));
    if (namesake) faults.add(organizationsProblems.nameTaken, 'name', namesake);
  }

  private async checkUnit(organization: Omit<OrganizationEntity, 'provinceId'>, faults: Faults): Promise<void> {
    const { administrativeUnitId, kind, validFrom, validTo } = organization;
    if (administrativeUnitId === null) return;
    const unit = await this.units.find(administrativeUnitId);
    const meets =
      unit && (validTo === null || unit.validFrom < validTo) && (unit.validTo === null || validFrom < unit.validTo);
    if (!meets) faults.add(organizationsProblems.unknownUnit, 'administrativeUnitId');
    else if (isCommitteeKind(kind) && committeeKindOf(unit.kind) !== kind) {
      faults.add(organizationsProblems.unitOfOtherKind, 'administrativeUnitId');
    }
  }
}

function subject(id: string) {
  return { kind: 'organization', id };
}
