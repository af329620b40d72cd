import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { CreateFindingDto, type FieldFinding } from '@kiemtra/shared/findings';
import { useMe } from '../../api/me.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { EMPTY_FINDING, FindingFields } from './FindingForm.js';

/** A finding that is written on site: a new one as it is offered, or one that is already on the device. */
export interface FieldFindingStart {
  id: string;
  planId: string;
  targetId: string;
  visitId: string;
  versionId: string;
  finding: Partial<FieldFinding>;
  isNew: boolean;
}

interface FieldFindingDialogProps {
  /** Null while the dialog is closed. */
  open: FieldFindingStart | null;
  suggestions: readonly string[];
  onSave: (id: string, finding: FieldFinding | null) => void;
  onClose: () => void;
}

/** A finding over the sheet; the whole screen on a phone. Saved on the device, with a network or without. */
export function FieldFindingDialog({ open, suggestions, onSave, onClose }: FieldFindingDialogProps) {
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return (
    <Modal
      opened={open !== null}
      onClose={onClose}
      size="lg"
      fullScreen={isPhone}
      title={open?.isNew === false ? 'Sửa nội dung ghi nhận' : 'Ghi ưu điểm hoặc tồn tại, hạn chế'}
    >
      {open && <FieldFindingForm key={open.id} {...{ suggestions, onSave, onClose }} start={open} />}
    </Modal>
  );
}

interface FieldFindingFormProps extends Omit<FieldFindingDialogProps, 'open'> {
  start: FieldFindingStart;
}

function FieldFindingForm({ start, suggestions, onSave, onClose }: FieldFindingFormProps) {
  const { id, planId, targetId, visitId, versionId, isNew } = start;
  const { criterion, ...said } = start.finding;
  const { accountId: owner } = useMe();
  const of = useDtoForm(
    CreateFindingDto,
    {
      ...EMPTY_FINDING,
      ...withoutNulls(said),
      id,
      planId,
      targetId,
      visitId,
      criterion: criterion ? { versionId, key: criterion } : null,
    },
    { draft: `findings.field.${isNew ? `${targetId}.${criterion}` : id}`, owner },
  );
  return (
    <FindingFields
      of={of}
      targets={[]}
      suggestions={suggestions}
      onSend={async (body) => onSave(id, fieldFindingOf(body))}
      onDone={onClose}
      onCancel={onClose}
      acts={
        !isNew && (
          <Button
            variant="subtle"
            color="red"
            onClick={() => {
              of.forgetDraft();
              onSave(id, null);
              onClose();
            }}
          >
            Xóa nội dung này
          </Button>
        )
      }
    />
  );
}

/** Fields of a form are empty where nothing was said. */
function withoutNulls(said: object): object {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

function fieldFindingOf(body: CreateFindingDto): FieldFinding {
  const { kind, area, criterion, text, extent, legalBasis, cause, severity } = body;
  return {
    kind,
    area,
    criterion: criterion?.key ?? null,
    text,
    extent: extent || null,
    legalBasis: legalBasis || null,
    cause: cause || null,
    severity: severity ?? null,
  };
}
