import { Group, Text } from '@mantine/core';
import { addDays, formatDate, isCalendarDate } from '@kiemtra/shared/kernel';
import { CloseOrganizationDto, type OrganizationDetailView } from '@kiemtra/shared/organizations';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { DateField } from '../../ui/DateField.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { Page } from '../../ui/Page.js';
import { LoadedOrganization } from './LoadedOrganization.js';
import { OrganizationPicker } from './OrganizationPicker.js';
import { ORGANIZATIONS_CRUMB, organizationPath } from './organizations.paths.js';
import { organizationQuery, today, useCloseOrganization } from './organizations.queries.js';

/** The end of a body, alone or into another one. */
export function CloseOrganizationPage() {
  return (
    <LoadedOrganization>
      {(organization) => <CloseForm key={organization.version} organization={organization} />}
    </LoadedOrganization>
  );
}

function CloseForm({ organization: { id, name, version } }: { organization: OrganizationDetailView }) {
  const navigate = useNavigate();
  const close = useCloseOrganization(id);
  const closing = useDtoForm(CloseOrganizationDto, { version, validTo: '', successorId: '' });
  const { validTo, successorId } = closing.form.values;
  const isDay = isCalendarDate(validTo);
  const at = isDay ? validTo : today();
  const successor = useQuery({ ...organizationQuery(successorId ?? '', at), enabled: Boolean(successorId) });

  const send = async (dto: CloseOrganizationDto) => {
    await close.mutateAsync(dto);
    void navigate(organizationPath(id));
  };
  const act = successorId ? 'Sáp nhập' : 'Kết thúc';

  return (
    <Page
      title={`Kết thúc, sáp nhập ${name}`}
      crumbs={[ORGANIZATIONS_CRUMB, { label: name, to: organizationPath(id) }]}
      lead="Đơn vị không bị xóa: kế hoạch, kết quả, giấy tờ cũ vẫn giữ tên và số liệu của đơn vị."
    >
      <DtoFormFrame of={closing} onSend={send}>
        <DateField
          {...closing.field('validTo')}
          label="Không còn hoạt động từ ngày"
          description="Ngày đầu tiên đơn vị không còn hoạt động, ví dụ ngày nghị quyết sắp xếp có hiệu lực."
        />
        <OrganizationPicker
          {...closing.field('successorId')}
          label="Sáp nhập vào"
          description="Bỏ trống nếu đơn vị kết thúc mà không có đơn vị kế thừa."
          at={at}
          isOffered={(organization) => organization.id !== id}
        />
        <Group>
          <ConfirmAct act={act} title={`${act} ${name}`} disabled={!isDay} onConfirm={() => closing.send(send)()}>
            <Text>
              {isDay && `${name} hoạt động đến hết ngày ${formatDate(addDays(validTo, -1))}. `}
              {successor.data && successorId
                ? `Từ ngày ${formatDate(at)}, ${successor.data.name} kế thừa. `
                : 'Không có đơn vị kế thừa. '}
              Việc này không hoàn tác được.
            </Text>
          </ConfirmAct>
        </Group>
      </DtoFormFrame>
    </Page>
  );
}
