import { Button } from '@mantine/core';
import { ScoringPage } from '../features/assessments/ScoringPage.js';
import { LedgerProvider } from '../offline/index.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { Skeletons } from '../ui/Skeletons.js';
import { useDeviceLedger } from './device-ledger.js';
import { ScoringFindings } from './ScoringFindings.js';

/** The sheet of a visit over the ledger of this device, with findings raised from its cards. */
export function ScoringRoute() {
  const ledger = useDeviceLedger();
  if (ledger === 'opening') return <Skeletons lines={10} />;
  if (ledger === 'failed') {
    return (
      <Page title="Phiếu chấm">
        <EmptyState action={<Button onClick={() => window.location.reload()}>Thử lại</Button>}>
          Trình duyệt này không cho lưu dữ liệu trên máy nên chưa chấm được. Đề nghị tắt chế độ ẩn danh, giải phóng bộ
          nhớ của máy hoặc dùng trình duyệt khác.
        </EmptyState>
      </Page>
    );
  }
  return (
    <LedgerProvider value={ledger}>
      <ScoringPage Findings={ScoringFindings} visitPath={(visitId) => `/cuoc-kiem-tra/${visitId}`} />
    </LedgerProvider>
  );
}
