import { Button, type ButtonProps } from '@mantine/core';
import type { AuditSubjectKind } from '@kiemtra/shared/audit';
import { Link } from 'react-router';
import { useCan } from '../api/me.js';

interface HistoryLinkProps extends Pick<ButtonProps, 'size'> {
  kind: AuditSubjectKind;
  id: string;
  variant?: 'default' | 'subtle';
}

/** The way to everything that was done to a record, for those who may read the journal. */
export function HistoryLink({ kind, id, variant = 'default', ...button }: HistoryLinkProps) {
  const canRead = useCan('audit.read');
  if (!canRead) return null;
  const address = new URLSearchParams({ loai: kind, 'ban-ghi': id });
  return (
    <Button {...button} variant={variant} component={Link} to={`/nhat-ky?${address.toString()}`}>
      Nhật ký
    </Button>
  );
}
