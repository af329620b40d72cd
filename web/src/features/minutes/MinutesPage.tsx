import { Button } from '@mantine/core';
import type { PackView } from '@kiemtra/shared/assessments';
import type { Totals } from '@kiemtra/shared/criteria';
import type { WholeField } from '@kiemtra/shared/fieldwork';
import { dateInVietnam } from '@kiemtra/shared/kernel';
import {
  MINUTES_ROLES,
  minutesField,
  minutesGaps,
  minutesPaper,
  paperHash,
  sealCode,
  sealOf,
  signatureField,
  signaturesOf,
  type Minutes,
  type MinutesPaper,
  type MinutesRole,
  type MinutesSignatures,
} from '@kiemtra/shared/minutes';
import { VISIT_STATE_LABELS, visitTimeText } from '@kiemtra/shared/visits';
import type { ComponentType } from 'react';
import { acceptedOf, useCell, useCells, useLedger, type AnswerPlace, type CellSnapshot } from '../../offline/index.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { SealMark } from '../../ui/SealMark.js';
import { DownloadMinutes } from './DownloadMinutes.js';
import { ledgerRecord, newMinutes, useMinutesInput } from './minutes-input.js';
import { MinutesFields } from './MinutesFields.js';
import styles from './minutes.module.css';
import { Signatures } from './Signatures.js';

/** Where the last word of a whole cell is, and who disagrees. */
export type CellStanding = ComponentType<{ field: WholeField; cell: CellSnapshot }>;

export interface MinutesPageProps {
  pack: PackView;
  place: AnswerPlace;
  isOpen: boolean;
  totals: Totals;
  Standing: CellStanding;
  /** The paper as it prints. */
  Preview: ComponentType<{ paper: MinutesPaper; signatures: MinutesSignatures; code: string }>;
  sheetPath: string;
}

/** "Biên bản kiểm tra": written, read, signed and sealed on site, without a network. */
export function MinutesPage(props: MinutesPageProps) {
  const { pack, place, isOpen, sheetPath } = props;
  const ledger = useLedger();
  const field = minutesField(pack.visit.id);
  const cell = useCell(place.target, '', field);
  // A cell of this name holds minutes, or nothing.
  const minutes = acceptedOf(cell) as Minutes | null;
  const begin = () => ledger.setWhole(place, field, newMinutes(pack, dateInVietnam(new Date())));
  return (
    <Page
      title="Biên bản kiểm tra"
      crumbs={[{ label: `Phiếu chấm: ${pack.visit.target.name}`, to: sheetPath }]}
      lead={visitTimeText(pack.visit)}
      isTitlePrinted={false}
    >
      {minutes ? (
        <OpenMinutes {...props} field={field} cell={cell} minutes={minutes} />
      ) : (
        <EmptyState action={isOpen && <Button onClick={begin}>Lập biên bản</Button>}>
          Biên bản lấy những gì đã ghi trên phiếu chấm, mẫu hồ sơ, kiểm đếm; thư ký ghi thêm thành phần, ý kiến của đơn
          vị. Đọc và ký ngay trên máy, không cần mạng.
        </EmptyState>
      )}
    </Page>
  );
}

interface OpenMinutesProps extends MinutesPageProps {
  field: WholeField;
  cell: CellSnapshot;
  minutes: Minutes;
}

function OpenMinutes({ pack, place, isOpen, totals, Standing, Preview, field, cell, minutes }: OpenMinutesProps) {
  const ledger = useLedger();
  const input = useMinutesInput(pack, totals, minutes);
  const fieldOf = (role: MinutesRole) => signatureField(role, pack.visit.id);
  const cells = useCells(place.target, '', MINUTES_ROLES.map(fieldOf));
  if (!input) {
    return (
      <EmptyState>
        Máy này chưa có tên cơ quan, tên đoàn để lập biên bản. Khi có mạng, mở lại trang này hoặc “Mang ra hiện trường”
        lần nữa.
      </EmptyState>
    );
  }
  const paper = minutesPaper(input);
  const hash = paperHash(paper);
  const signed = signaturesOf(ledgerRecord(ledger, place.target), pack.visit.id);
  const seal = sealOf(hash, signed);
  const valid = Object.fromEntries(
    MINUTES_ROLES.filter((role) => seal.signatures[role] === 'valid').map((role) => [role, signed[role]]),
  ) as MinutesSignatures;
  const gaps = minutesGaps(minutes);
  const isSigned = seal.standing !== 'open';
  return (
    <div className={styles.page}>
      {!isOpen && <p>Cuộc kiểm tra {VISIT_STATE_LABELS[pack.visit.state].toLowerCase()}: biên bản chỉ để xem.</p>}
      <div className="k-no-print" role="status">
        <SealMark standing={seal.standing} paper={hash} />
      </div>
      <details className={`${styles.part} k-no-print`} open={!isSigned}>
        <summary>Ghi biên bản</summary>
        {isSigned && isOpen && <p className={styles.hint}>Sửa một chỗ là chữ ký đã có không còn khớp, phải ký lại.</p>}
        <MinutesFields
          minutes={minutes}
          isOpen={isOpen}
          onChange={(change) => {
            // What is there now: two fields may be left at once.
            const now = ledger.cell(place.target, '', field).value as Minutes | null;
            if (now) ledger.setWhole(place, field, { ...now, ...change(now) });
          }}
        />
      </details>
      <div className="k-no-print">
        <Standing field={field} cell={cell} />
      </div>
      <section aria-labelledby="van-ban" className={styles.stack}>
        <div className={`${styles.line} k-no-print`}>
          <h2 id="van-ban">Văn bản</h2>
          <DownloadMinutes paper={paper} signatures={valid} unit={pack.visit.target.name} />
        </div>
        <Preview paper={paper} signatures={valid} code={sealCode(hash)} />
      </section>
      <div className={`${styles.stack} k-no-print`}>
        {isOpen && gaps.length > 0 && (
          <ul className={styles.gaps} aria-label="Còn thiếu trước khi ký">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        )}
        <Signatures
          minutes={minutes}
          paper={hash}
          seal={seal}
          signed={signed}
          cells={cells}
          fieldOf={fieldOf}
          canSign={gaps.length === 0}
          isOpen={isOpen}
          Standing={Standing}
          onSign={(role, signature) => ledger.setWhole(place, fieldOf(role), signature)}
        />
      </div>
    </div>
  );
}
