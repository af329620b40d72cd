import { Button } from '@mantine/core';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';

/** The sheet cannot be had now. */
export function NoSheet({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  return (
    <Page title="Phiếu chấm">
      <ProblemAlert
        problem={problem}
        kept="Những gì đã ghi trên máy vẫn còn nguyên và sẽ được gửi khi có mạng."
        onRetry={onRetry}
      />
    </Page>
  );
}

/** The visit is not this account's any more. */
export function GoneSheet() {
  return (
    <Page title="Phiếu chấm">
      <EmptyState>
        Anh/chị không còn trong đoàn của cuộc kiểm tra này, phiếu chấm đã được gỡ khỏi máy. Nội dung anh/chị đã ghi mà
        hệ thống chưa nhận vẫn giữ trên máy và sẽ được gửi.
      </EmptyState>
    </Page>
  );
}

/** The device keeps nothing, so nothing can be recorded on it. */
export function NoLedger() {
  return (
    <Page title="Phiếu chấm">
      <EmptyState action={<Button onClick={() => window.location.reload()}>Thử lại</Button>}>
        Trình duyệt này không cho lưu dữ liệu trên máy nên chưa chấm được. Đề nghị tắt chế độ ẩn danh, giải phóng bộ nhớ
        của máy hoặc dùng trình duyệt khác.
      </EmptyState>
    </Page>
  );
}
