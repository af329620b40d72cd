import { PAPER_FORMATS } from '@kiemtra/shared/documents';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { DownloadButton } from '../../ui/DownloadButton.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { useUrlState } from '../../ui/url-state.js';
import { letterQuery } from './documents.queries.js';
import { PaperPreview } from './PaperPreview.js';

/** The letter "V/v khắc phục …" to a recipient as it will print; who signs stands in the address. */
export function LetterPage() {
  const { recipientId = '' } = useParams();
  const [position] = useUrlState('chuc-vu');
  const [name] = useUrlState('ho-ten');
  const signer = { position, name };
  const letter = useQuery(letterQuery(recipientId, signer));
  return (
    <Page
      title="Công văn yêu cầu khắc phục"
      crumbs={[
        { label: 'Khắc phục', to: '/khac-phuc' },
        { label: 'Kiến nghị', to: `/khac-phuc/${recipientId}` },
      ]}
      actions={
        <Group gap="xs">
          {Object.entries(PAPER_FORMATS).map(([format, name]) => (
            <DownloadButton key={format} path={`/request-recipients/${recipientId}/letter.${format}`} query={signer}>
              Tải {name}
            </DownloadButton>
          ))}
        </Group>
      }
      isTitlePrinted={false}
    >
      {letter.isPending && <Skeletons lines={12} />}
      {letter.isError && <ProblemAlert problem={letter.error} onRetry={() => void letter.refetch()} />}
      {letter.data && (
        <>
          <Text size="sm" mb="sm" className="k-no-print">
            Chỗ tô màu để trống trên giấy: số và ngày do văn thư ghi, phần ký do người ký.
          </Text>
          <PaperPreview paper={letter.data} />
        </>
      )}
    </Page>
  );
}
