import { Button, Group } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import {
  ReplaceTeamsDto,
  TEAM_ROLES,
  TEAM_ROLE_LABELS,
  type InspectorView,
  type TeamMemberDto,
} from '@kiemtra/shared/plans';
import { useQuery } from '@tanstack/react-query';
import type { Draft, DtoForm } from '../../ui/dto-form.js';
import { MultiSelectField, SelectField, TextField } from '../../ui/fields.js';
import { AREA_OPTIONS } from './plan-fields.js';
import styles from './plans.module.css';
import { inspectorsQuery } from './plans.queries.js';

interface MemberFieldsProps {
  of: DtoForm<ReplaceTeamsDto>;
  /** "teams.0.members" */
  path: string;
  members: readonly Draft<TeamMemberDto>[];
}

const ROLE_OPTIONS = TEAM_ROLES.map((value) => ({ value, label: TEAM_ROLE_LABELS[value] }));

/** Who is in the team: people with an account, who record in the product, and people who only come along. */
export function MemberFields({ of, path, members }: MemberFieldsProps) {
  const inspectors = useQuery(inspectorsQuery);
  const taken = new Set(members.map(({ accountId }) => accountId));
  const free = (inspectors.data ?? []).filter(({ accountId }) => !taken.has(accountId));
  const add = (member: Pick<TeamMemberDto, 'accountId' | 'name' | 'position'>) =>
    of.form.insertListItem(path, {
      ...member,
      id: newId(),
      role: members.some(({ role }) => role === 'lead') ? 'member' : 'lead',
      areas: [],
    });
  const addInspector = (accountId: string) => {
    const inspector = free.find((one) => one.accountId === accountId);
    if (inspector) add({ accountId, name: inspector.name, position: inspector.position });
  };

  return (
    <>
      <ul className={styles.members}>
        {members.map((member, index) => (
          <li key={member.id} className={styles.member}>
            {member.accountId ? (
              <div className={styles.account}>{member.name}</div>
            ) : (
              <TextField {...of.field(`${path}.${index}.name`)} label="Họ tên" />
            )}
            <TextField {...of.field(`${path}.${index}.position`)} label="Chức vụ, cơ quan" />
            <SelectField {...of.field(`${path}.${index}.role`)} label="Vai trò" options={ROLE_OPTIONS} />
            <Button
              variant="subtle"
              aria-label={`Bỏ ${member.name ?? ''}`}
              onClick={() => of.form.removeListItem(path, index)}
            >
              Bỏ
            </Button>
            <div className={styles.memberAreas}>
              <MultiSelectField
                {...of.field(`${path}.${index}.areas`)}
                label="Lĩnh vực phụ trách"
                options={AREA_OPTIONS}
                withAsterisk={false}
              />
            </div>
          </li>
        ))}
      </ul>
      <Group align="end">
        <SelectField
          label="Thêm thành viên có tài khoản"
          placeholder={inspectors.isPending ? 'Đang tải danh sách' : 'Chọn người'}
          value=""
          onChange={addInspector}
          options={free.map((inspector) => ({ value: inspector.accountId, label: inspectorText(inspector) }))}
        />
        <Button variant="default" onClick={() => add({ accountId: null, name: '', position: '' })}>
          Thêm người không có tài khoản
        </Button>
      </Group>
    </>
  );
}

function inspectorText({ name, position, organization }: InspectorView): string {
  return [name, position, organization?.name].filter(Boolean).join(' · ');
}
