import { Button, Group } from '@mantine/core';
import { isCalendarDate, newId } from '@kiemtra/shared/kernel';
import {
  CreateOrganizationDto,
  ORGANIZATION_KINDS,
  committeeKindOf,
  committeeName,
  isCommitteeKind,
  organizationKindsOn,
  type AdministrativeUnitView,
} from '@kiemtra/shared/organizations';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DateField } from '../../ui/DateField.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { AdministrativeUnitPicker } from './AdministrativeUnitPicker.js';
import { KindField } from './KindField.js';
import { OrganizationPicker } from './OrganizationPicker.js';
import { ORGANIZATIONS_CRUMB, organizationPath } from './organizations.paths.js';
import { today, useCreateOrganization } from './organizations.queries.js';

/** A body that the national lists do not bring: a department, a centre, or one of the past. */
export function NewOrganizationPage() {
  const navigate = useNavigate();
  const create = useCreateOrganization();
  const [id] = useState(newId);
  const body = useDtoForm(
    CreateOrganizationDto,
    {
      id,
      kind: '',
      name: '',
      shortName: '',
      parentId: '',
      administrativeUnitId: '',
      validFrom: '',
      validTo: '',
    },
    { draft: 'organizations.new' },
  );
  const { kind, name, validFrom } = body.form.values;
  const at = isCalendarDate(validFrom) ? validFrom : today();

  const send = async (dto: CreateOrganizationDto) => {
    await create.mutateAsync(dto);
    void navigate(organizationPath(dto.id));
  };
  const nameAfter = (unit: AdministrativeUnitView) => {
    body.form.setFieldValue('kind', committeeKindOf(unit.kind));
    if (name === '') body.form.setFieldValue('name', committeeName(unit));
  };

  return (
    <Page title="Thêm đơn vị" crumbs={[ORGANIZATIONS_CRUMB]}>
      <DtoFormFrame of={body} onSend={send}>
        <DateField {...body.field('validFrom')} label="Hoạt động từ ngày" />
        <KindField {...body.field('kind')} kinds={validFrom ? organizationKindsOn(at) : ORGANIZATION_KINDS} />
        {kind && isCommitteeKind(kind) && (
          <AdministrativeUnitPicker
            {...body.field('administrativeUnitId')}
            label="Đơn vị hành chính"
            at={at}
            onUnit={nameAfter}
          />
        )}
        <TextField {...body.field('name')} label="Tên" />
        <TextField {...body.field('shortName')} label="Tên ngắn" description="Dùng ở chỗ hẹp, ví dụ: Sở NN&MT." />
        <OrganizationPicker {...body.field('parentId')} label="Trực thuộc" at={at} />
        <DateField
          {...body.field('validTo')}
          label="Không còn hoạt động từ ngày"
          description="Chỉ điền cho đơn vị cũ, đã kết thúc hoạt động."
        />
        <Group>
          <Button type="submit" loading={body.isSending}>
            Thêm đơn vị
          </Button>
        </Group>
      </DtoFormFrame>
    </Page>
  );
}
