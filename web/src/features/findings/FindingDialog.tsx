import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FindingView } from '@kiemtra/shared/findings';
import { EditFindingForm, NewFindingForm, type FindingStart, type FindingTarget } from './FindingForm.js';

interface FindingDialogProps {
  /** A new finding's beginning, or the finding to edit; null while the dialog is closed. */
  open: { start: FindingStart } | { finding: FindingView } | null;
  targets: readonly FindingTarget[];
  suggestions?: readonly string[];
  onClose: () => void;
}

/** A finding over the page where it was seen; the whole screen on a phone. */
export function FindingDialog({ open, targets, suggestions = [], onClose }: FindingDialogProps) {
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const rest = { targets, suggestions, onCancel: onClose, onDone: onClose };
  return (
    <Modal
      opened={open !== null}
      onClose={onClose}
      size="lg"
      fullScreen={isPhone}
      title={open && 'finding' in open ? 'Sửa nội dung ghi nhận' : 'Ghi ưu điểm hoặc tồn tại, hạn chế'}
    >
      {open && 'finding' in open && <EditFindingForm {...rest} finding={open.finding} />}
      {open && 'start' in open && <NewFindingForm {...rest} start={open.start} />}
    </Modal>
  );
}
