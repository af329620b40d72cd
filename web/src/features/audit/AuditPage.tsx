import { Anchor, Button } from '@mantine/core';
import { AUDIT_SUBJECT_KINDS, AUDIT_SUBJECT_LABELS, type AuditEventView } from '@kiemtra/shared/audit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { InstantText } from '../../ui/DateText.js';
import { SelectField } from '../../ui/fields.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { useUrlState } from '../../ui/url-state.js';
import { auditQuery } from './audit.queries.js';

const labelOf = (kind: string) => AUDIT_SUBJECT_LABELS[kind as keyof typeof AUDIT_SUBJECT_LABELS] ?? kind;

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
  const known = AUDIT_SUBJECT_KINDS.find((value) => value === kind);
  const events = useInfiniteQuery(
    auditQuery({ ...(known && { kind: known }), ...(subjectId && { subjectId }), ...(planId && { planId }) }),
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
      {!subjectId && (
        <SelectField
          label="Thuộc"
          placeholder="Mọi loại"
          value={kind}
          onChange={setKind}
          options={AUDIT_SUBJECT_KINDS.map((value) => ({ value, label: AUDIT_SUBJECT_LABELS[value] }))}
        />
      )}
      {events.isError ? (
        <ProblemAlert problem={events.error} onRetry={() => void events.refetch()} />
      ) : (
        <DataTable
          label="Nhật ký"
          noun="dòng"
          rows={events.data?.pages.flat()}
          columns={columns}
          rowKey={({ id }) => id}
          empty="Mọi việc làm thay đổi dữ liệu được ghi lại ở đây: ai, việc gì, lúc nào."
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
