import { dateInVietnam, formatDate } from '@kiemtra/shared/kernel';
import type { ActivationSlipView } from '@kiemtra/shared/users';
import { useLocation } from 'react-router';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { PrintButton } from '../../ui/PrintButton.js';
import styles from './SlipsPage.module.css';
import { ACCOUNTS_CRUMB } from './users.paths.js';

/** Slips handed over by the page that made them; their codes are nowhere else. */
function useHandedSlips(): ActivationSlipView[] {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('slips' in state) || !Array.isArray(state.slips)) return [];
  return state.slips as ActivationSlipView[];
}

/** Activation slips as paper: A4, eight to a page, to be cut and handed out. */
export function SlipsPage() {
  const slips = useHandedSlips();
  if (slips.length === 0) {
    return (
      <Page title="Phiếu kích hoạt" crumbs={[ACCOUNTS_CRUMB]}>
        <EmptyState>
          Phiếu hiện ở đây ngay sau khi tạo tài khoản hoặc cấp phiếu mới, và chỉ hiện một lần. Nếu chưa kịp in, lọc các
          tài khoản chờ kích hoạt trong danh sách và in lại phiếu.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title="Phiếu kích hoạt"
      crumbs={[ACCOUNTS_CRUMB]}
      lead={`${slips.length} phiếu. Mã chỉ hiện lần này; in và giao tận tay từng người trước khi rời trang.`}
      isTitlePrinted={false}
      actions={<PrintButton>In phiếu</PrintButton>}
    >
      <ul className={styles.slips}>
        {slips.map((slip) => (
          <Slip key={slip.accountId} slip={slip} />
        ))}
      </ul>
    </Page>
  );
}

function Slip({ slip }: { slip: ActivationSlipView }) {
  const address = `${location.host}/kich-hoat`;
  return (
    <li className={styles.slip}>
      <div className={styles.kind}>Phiếu kích hoạt tài khoản Kiểm tra CCHC</div>
      <div className={styles.unit}>{slip.organizationName ?? slip.displayName}</div>
      {slip.organizationName && !slip.displayName.includes(slip.organizationName) && <div>{slip.displayName}</div>}
      <dl className={styles.facts}>
        <dt>Tên đăng nhập</dt>
        <dd>{slip.loginName}</dd>
        <dt>Mã kích hoạt</dt>
        <dd className={styles.code}>{slip.code}</dd>
      </dl>
      <p className={styles.how}>
        Mở <strong>{address}</strong>, nhập tên đăng nhập và mã, rồi đặt mật khẩu của riêng mình. Mã dùng một lần, đến
        hết ngày <strong>{formatDate(dateInVietnam(new Date(slip.expiresAt)))}</strong>. Không đưa phiếu cho người khác.
      </p>
    </li>
  );
}
