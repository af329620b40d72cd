import { Anchor } from '@mantine/core';
import { SEAL_STANDING_TEXT, sealCode, type SealStanding } from '@kiemtra/shared/minutes';
import { Link } from 'react-router';
import styles from './SealMark.module.css';
import { StatusBadge, type Tone } from './StatusBadge.js';

const TONES: Record<SealStanding, Tone> = { open: 'neutral', partly: 'waiting', sealed: 'done', broken: 'late' };

interface SealMarkProps {
  standing: SealStanding;
  /** Hash of the words as they are. */
  paper: string;
  /** Where the minutes themselves are, for those who may open them. */
  to?: string;
}

/** Whether minutes are signed and as they were signed, and the code of their words. */
export function SealMark({ standing, paper, to }: SealMarkProps) {
  const code = (
    <>
      Mã nội dung: <span className={styles.code}>{sealCode(paper)}</span>
    </>
  );
  return (
    <span className={styles.seal}>
      <StatusBadge tone={TONES[standing]}>{SEAL_STANDING_TEXT[standing]}</StatusBadge>
      {to === undefined ? (
        <span>{code}</span>
      ) : (
        <Anchor component={Link} to={to} inherit>
          {code}
        </Anchor>
      )}
    </span>
  );
}
