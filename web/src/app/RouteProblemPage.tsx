import { Anchor, Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.js';
import { Page } from '../ui/Page.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Không tìm thấy trang">
      <EmptyState
        action={
          <Anchor component={Link} to="/">
            Về trang Hôm nay
          </Anchor>
        }
      >
        Địa chỉ này không có trang nào. Đường dẫn có thể đã gõ thiếu hoặc trang đã được chuyển.
      </EmptyState>
    </Page>
  );
}

/** A page that failed to load or to show itself; the rest of the product goes on. */
export function RouteProblemPage({ error }: { error: unknown }) {
  return (
    <Page title="Trang gặp lỗi">
      <ProblemAlert problem={error} />
      <Group>
        <Button onClick={() => window.location.reload()}>Tải lại trang</Button>
        <Anchor component={Link} to="/">
          Về trang Hôm nay
        </Anchor>
      </Group>
    </Page>
  );
}
