import { Anchor, Button, SimpleGrid } from '@mantine/core';
import { AUDIT_SUBJECT_KINDS, AUDIT_SUBJECT_LABELS, type AuditEventView } from '@kiemtra/shared/audit';
import { isCalendarDate } from '@kiemtra/shared/kernel';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DateField } from '../../ui/DateField.js';
import { InstantText } from '../../ui/DateText.js';
import { SelectField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { useUrlState } from '../../ui/url-state.js';
import { auditActorsQuery, auditQuery } from './audit.queries.js';

const labelOf = (kind: string) => AUDIT_SUBJECT_LABELS[kind as keyof typeof AUDIT_SUBJECT_LABELS] ?? kind;

const faultOf = (day: string) => (day === '' || isCalendarDate(day) ? null : 'Ngày không hợp lệ.');

const columns: Column<AuditEventView>[] = [
  { key: 'luc', header: 'Lúc', width: '11rem', cell: ({ at }) => <InstantText instant={at} /> },
  { key: 'ai', header: 'Ai', width: '24%', cell: ({ actorName }) => actorName },
  { key: 'viec', header: 'Việc', cell: ({ summary }) => summary },
  { key: 'loai', header: 'Thuộc', width: '14rem', cell: ({ subject }) => labelOf(subject.kind) },
];

/** Who did what when: of the province, or of one record when the address names it. */
export function AuditPage() {
  const [kind, setKind] = useUrlState('loai');
  const [subjectId] = useUrlState('ban-ghi');
  const [planId] = useUrlState('ke-hoach');
  const [actorId, setActorId] = useUrlState('nguoi');
  const [from, setFrom] = useUrlState('tu');
  const [to, setTo] = useUrlState('den');
  const actors = useQuery(auditActorsQuery);
  const isFiltered = [kind, actorId, from, to].some((value) => value !== '');
  const known = AUDIT_SUBJECT_KINDS.find((value) => value === kind);
  const events = useInfiniteQuery(
    auditQuery({
      ...(known && { kind: known }),
      ...(subjectId && { subjectId }),
      ...(planId && { planId }),
      ...(actorId && { actorId }),
      ...(isCalendarDate(from) && { from }),
      ...(isCalendarDate(to) && { to }),
    }),
  );

  return (
    <Page
      title="Nhật ký"
      lead={
        subjectId && (
          <>
            Của một bản ghi: {labelOf(kind).toLocaleLowerCase('vi')} ·{' '}
            <Anchor component={Link} to="/nhat-ky" inherit>
              xem cả nhật ký
            </Anchor>
          </>
        )
      }
    >
      <SimpleGrid cols={{ base: 1, sm: subjectId ? 3 : 4 }} spacing="md" verticalSpacing="sm" mb="md">
        {!subjectId && (
          <SelectField
            label="Thuộc"
            placeholder="Mọi loại"
            value={kind}
            onChange={setKind}
            options={AUDIT_SUBJECT_KINDS.map((value) => ({ value, label: AUDIT_SUBJECT_LABELS[value] }))}
          />
        )}
        <SelectField
          label="Ai"
          placeholder="Mọi người"
          value={actorId}
          onChange={setActorId}
          options={(actors.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField label="Từ ngày" value={from} onChange={setFrom} error={faultOf(from)} />
        <DateField label="Đến ngày" value={to} onChange={setTo} error={faultOf(to)} />
      </SimpleGrid>
      {events.isError ? (
        <ProblemAlert problem={events.error} onRetry={() => void events.refetch()} />
      ) : (
        <DataTable
          label="Nhật ký"
          noun="dòng"
          rows={events.data?.pages.flat()}
          columns={columns}
          rowKey={({ id }) => id}
          empty={
            isFiltered
              ? 'Không có dòng nào khớp. Đề nghị bớt điều kiện lọc.'
              : 'Mọi việc làm thay đổi dữ liệu được ghi lại ở đây: ai, việc gì, lúc nào.'
          }
        />
      )}
      {events.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          Xem thêm
        </Button>
      )}
    </Page>
  );
}
