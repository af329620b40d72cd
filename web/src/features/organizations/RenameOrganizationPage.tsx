import { Button, Group, Radio } from '@mantine/core';
import { isCalendarDate } from '@kiemtra/shared/kernel';
import {
  RenameOrganizationDto,
  UNKNOWN_START,
  nameOn,
  organizationKindsOn,
  type OrganizationDetailView,
} from '@kiemtra/shared/organizations';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DateField } from '../../ui/DateField.js';
import { DateText } from '../../ui/DateText.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { KindField } from './KindField.js';
import { LoadedOrganization } from './LoadedOrganization.js';
import { ORGANIZATIONS_CRUMB, organizationPath } from './organizations.paths.js';
import styles from './organizations.module.css';
import { today, useRenameOrganization } from './organizations.queries.js';

/** A new name from a day on, or the last name set right. */
export function RenameOrganizationPage() {
  return (
    <LoadedOrganization>
      {(organization) => <RenameForm key={organization.version} organization={organization} />}
    </LoadedOrganization>
  );
}

function RenameForm({ organization }: { organization: OrganizationDetailView }) {
  const { id, version, kind, names } = organization;
  const last = nameOn(names, '9999-12-31');
  const navigate = useNavigate();
  const rename = useRenameOrganization(id);
  const [isCorrection, setIsCorrection] = useState(false);
  const renaming = useDtoForm(RenameOrganizationDto, {
    version,
    name: last.name,
    shortName: last.shortName ?? '',
    validFrom: '',
    kind,
  });
  const { validFrom } = renaming.form.values;

  const choose = (choice: string) => {
    setIsCorrection(choice === 'correct');
    renaming.form.setFieldValue('validFrom', choice === 'correct' ? last.validFrom : '');
  };
  const send = async (dto: RenameOrganizationDto) => {
    await rename.mutateAsync(dto);
    void navigate(organizationPath(id));
  };

  return (
    <Page
      title={`Đổi tên ${last.name}`}
      crumbs={[ORGANIZATIONS_CRUMB, { label: last.name, to: organizationPath(id) }]}
      lead={
        last.validFrom !== UNKNOWN_START && (
          <>
            Mang tên này từ ngày <DateText date={last.validFrom} />.
          </>
        )
      }
    >
      <DtoFormFrame of={renaming} onSend={send}>
        <Radio.Group label="Việc cần làm" value={isCorrection ? 'correct' : 'rename'} onChange={choose}>
          <div className={styles.choices}>
            <Radio
              classNames={{ body: styles.choice }}
              value="rename"
              label="Đổi sang tên mới; giấy tờ trước ngày đổi vẫn ghi tên cũ"
            />
            <Radio classNames={{ body: styles.choice }} value="correct" label="Sửa tên gần nhất bị ghi sai" />
          </div>
        </Radio.Group>
        {!isCorrection && <DateField {...renaming.field('validFrom')} label="Mang tên mới từ ngày" />}
        <TextField {...renaming.field('name')} label="Tên" />
        <TextField {...renaming.field('shortName')} label="Tên ngắn" />
        <KindField
          {...renaming.field('kind')}
          withAsterisk
          kinds={organizationKindsOn(isCalendarDate(validFrom) ? validFrom : today())}
        />
        <Group>
          <Button type="submit" loading={renaming.isSending}>
            {isCorrection ? 'Sửa tên' : 'Đổi tên'}
          </Button>
        </Group>
      </DtoFormFrame>
    </Page>
  );
}
