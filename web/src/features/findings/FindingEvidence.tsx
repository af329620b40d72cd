import { useQuery } from '@tanstack/react-query';
import { apiHref } from '../../api/client.js';
import { FileList } from '../../ui/FileList.js';
import { FileUpload } from '../../ui/FileUpload.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import styles from './findings.module.css';
import { useAddEvidence, useRemoveEvidence } from './findings.mutations.js';
import { findingEvidenceQuery } from './findings.queries.js';

/** The files that prove a finding. */
export function FindingEvidence({ findingId, canWrite }: { findingId: string; canWrite: boolean }) {
  const evidence = useQuery(findingEvidenceQuery(findingId));
  const add = useAddEvidence(findingId);
  const remove = useRemoveEvidence(findingId);
  if (evidence.isPending) return <Skeletons lines={2} />;
  if (evidence.isError) return <ProblemAlert problem={evidence.error} onRetry={() => void evidence.refetch()} />;
  const files = evidence.data.map((file) => ({ ...file, href: apiHref(`/files/${file.id}`) }));
  return (
    <div className={styles.evidence}>
      <FileList
        files={files}
        none="Chưa có tài liệu kiểm chứng."
        {...(canWrite ? { onRemove: (file) => remove.mutate(file.id) } : {})}
      />
      {remove.isError && <ProblemAlert problem={remove.error} />}
      {canWrite && <FileUpload onUploaded={({ id }) => add.mutateAsync({ id })} />}
    </div>
  );
}
