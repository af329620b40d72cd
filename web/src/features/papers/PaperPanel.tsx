import { Alert, Group, Text } from '@mantine/core';
import type { PaperDocument } from '@kiemtra/shared/documents';
import type { PaperDraftView, PaperKind } from '@kiemtra/shared/papers';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { DownloadButton } from '../../ui/DownloadButton.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { SelectField } from '../../ui/fields.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { useUrlState } from '../../ui/url-state.js';
import styles from './papers.module.css';
import { paperAddress, paperQuery, papersQuery } from './papers.queries.js';
import { PaperSigner, useSigner, type SignerQuery } from './PaperSigner.js';

interface PaperPanelProps {
  planId: string;
  kind: PaperKind;
  /** How a paper looks; that is another feature's. */
  Preview: ComponentType<{ paper: PaperDocument }>;
}

/** One kind of paper: of what, who signs, and the paper as it will print; both stand in the address. */
export function PaperPanel({ planId, kind, Preview }: PaperPanelProps) {
  const papers = useQuery(papersQuery(planId));
  const [subjectId, setSubjectId] = useUrlState('cua');
  if (papers.isPending) return <Skeletons lines={12} />;
  if (papers.isError) return <ProblemAlert problem={papers.error} onRetry={() => void papers.refetch()} />;
  const drafts = papers.data.find((view) => view.kind === kind)?.drafts ?? [];
  const draft =
    drafts.find(({ subject }) => subject?.id === subjectId) ??
    drafts.find(({ missing }) => missing.length === 0) ??
    drafts[0];
  if (!draft) return <EmptyState>Đợt kiểm tra này chưa có văn bản loại này.</EmptyState>;
  const subjects = drafts.flatMap(({ subject }) => subject ?? []);
  return (
    <>
      {subjects.length > 1 && (
        <div className={`${styles.fields} k-no-print`}>
          <SelectField
            label="Đối tượng của văn bản"
            withAsterisk
            value={draft.subject?.id ?? ''}
            onChange={setSubjectId}
            options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      {draft.missing.length > 0 ? (
        <Missing missing={draft.missing} />
      ) : (
        <Paper planId={planId} kind={kind} draft={draft} Preview={Preview} />
      )}
    </>
  );
}

function Missing({ missing }: { missing: readonly string[] }) {
  return (
    <Alert variant="default" title="Chưa đủ thông tin để lập văn bản này">
      Còn thiếu:
      <ul className={styles.missing}>
        {missing.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Alert>
  );
}

function Paper({ planId, kind, draft, Preview }: PaperPanelProps & { draft: PaperDraftView }) {
  const { signer, fields } = useSigner(draft.signers);
  const query: SignerQuery & { subjectId?: string } = {
    ...signer,
    ...(draft.subject && { subjectId: draft.subject.id }),
  };
  const paper = useQuery(paperQuery(planId, kind, query));
  return (
    <>
      <div className="k-no-print">
        <PaperSigner {...fields} />
        <Group mb="sm">
          <DownloadButton path={`${paperAddress(planId, kind)}.docx`} query={query}>
            Tải về (Word)
          </DownloadButton>
        </Group>
        <Text size="sm" mb="sm">
          Chỗ tô màu để trống trên giấy: số và ngày do văn thư ghi, phần ký do người ký.
        </Text>
      </div>
      {paper.isPending && <Skeletons lines={12} />}
      {paper.isError && <ProblemAlert problem={paper.error} onRetry={() => void paper.refetch()} />}
      {paper.data && <Preview paper={paper.data} />}
    </>
  );
}
