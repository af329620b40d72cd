import { Button, Text } from '@mantine/core';
import type { WholeField } from '@kiemtra/shared/fieldwork';
import { formatInstant } from '@kiemtra/shared/kernel';
import {
  MINUTES_ROLES,
  MINUTES_ROLE_LABELS,
  sealCode,
  type Minutes,
  type MinutesRole,
  type MinutesSignature,
  type MinutesSignatures,
  type Seal,
} from '@kiemtra/shared/minutes';
import { useState } from 'react';
import type { CellSnapshot } from '../../offline/index.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { DrawnSignature } from '../../ui/DrawnSignature.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import type { CellStanding } from './MinutesPage.js';
import styles from './minutes.module.css';
import { SignDialog } from './SignDialog.js';

interface SignaturesProps {
  minutes: Minutes;
  /** Hash of the words as they are. */
  paper: string;
  seal: Seal;
  signed: MinutesSignatures;
  /** In the order of the roles. */
  cells: readonly CellSnapshot[];
  fieldOf: (role: MinutesRole) => WholeField;
  /** Nothing that has to be written is missing, and the visit is open. */
  canSign: boolean;
  isOpen: boolean;
  Standing: CellStanding;
  onSign: (role: MinutesRole, signature: MinutesSignature | null) => void;
}

/** The three signatures, each with how it stands under the words as they are. */
export function Signatures(props: SignaturesProps) {
  const { minutes, paper, seal, signed, cells, fieldOf, canSign, isOpen, Standing, onSign } = props;
  const [signing, setSigning] = useState<MinutesRole | null>(null);
  return (
    <section aria-labelledby="chu-ky" className={styles.stack}>
      <h2 id="chu-ky">Chữ ký</h2>
      <ul className={styles.signers}>
        {MINUTES_ROLES.map((role, index) => {
          const signature = signed[role];
          const standing = seal.signatures[role];
          const cell = cells[index];
          const name = minutes.signers[role].name ?? '';
          return (
            <li key={role} className={styles.signer}>
              <h3>{MINUTES_ROLE_LABELS[role]}</h3>
              <p>{name || 'Chưa ghi họ tên'}</p>
              {signature && (
                <Signed signature={signature} isNamed={signature.name !== name} isBroken={standing === 'broken'} />
              )}
              {cell && cell.status !== 'empty' && <Standing field={fieldOf(role)} cell={cell} />}
              {isOpen && standing !== 'valid' && (
                <Button
                  variant={signature ? 'default' : 'filled'}
                  aria-label={`${signature ? 'Ký lại' : 'Ký'}: ${MINUTES_ROLE_LABELS[role]}`}
                  disabled={!canSign}
                  onClick={() => setSigning(role)}
                >
                  {signature ? 'Ký lại' : 'Ký'}
                </Button>
              )}
              {isOpen && signature && (
                <TakeBack role={role} signature={signature} onTakeBack={() => onSign(role, null)} />
              )}
            </li>
          );
        })}
      </ul>
      {signing && (
        <SignDialog
          role={signing}
          name={minutes.signers[signing].name ?? ''}
          paper={paper}
          onSign={(signature) => {
            onSign(signing, signature);
            setSigning(null);
          }}
          onClose={() => setSigning(null)}
        />
      )}
    </section>
  );
}

interface TakeBackProps {
  role: MinutesRole;
  signature: MinutesSignature;
  onTakeBack: () => void;
}

/** Takes back what somebody signed, or why somebody did not. */
function TakeBack({ role, signature: { name, refusal }, onTakeBack }: TakeBackProps) {
  const what = refusal === null ? 'chữ ký' : 'lý do không ký';
  return (
    <ConfirmAct
      act={`Bỏ ${what}`}
      variant="subtle"
      title={`Bỏ ${what}: ${MINUTES_ROLE_LABELS[role]}`}
      onConfirm={() => Promise.resolve(onTakeBack())}
    >
      <Text>
        {refusal === null ? 'Chữ ký' : 'Lý do không ký'} của {name} không còn trong biên bản; việc bỏ vẫn được ghi trong
        nhật ký.
      </Text>
    </ConfirmAct>
  );
}

interface SignedProps {
  signature: MinutesSignature;
  /** It bears another name than the minutes now do. */
  isNamed: boolean;
  isBroken: boolean;
}

function Signed({ signature, isNamed, isBroken }: SignedProps) {
  const { name, at, paper, strokes, refusal } = signature;
  const when = formatInstant(new Date(at));
  return (
    <>
      {refusal === null ? (
        <div className={styles.drawn}>
          <DrawnSignature strokes={strokes} name={name} />
        </div>
      ) : (
        <p>Không ký: {refusal}</p>
      )}
      <p className={styles.hint}>
        {isNamed && `${name} · `}
        {refusal === null ? 'Ký' : 'Ghi'} lúc {when} (giờ của máy)
      </p>
      {isBroken && (
        <>
          <StatusBadge tone="late">Không khớp nội dung</StatusBadge>
          <p className={styles.fault}>
            {refusal === null ? 'Ký' : 'Ghi'} cho nội dung có mã {sealCode(paper)}; nội dung đã thay đổi sau khi{' '}
            {refusal === null ? 'ký' : 'ghi'}.
          </p>
        </>
      )}
    </>
  );
}
