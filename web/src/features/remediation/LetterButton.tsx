import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { DEPARTMENT_SIGNERS, PAPER_FORMATS } from '@kiemtra/shared/documents';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { apiHref } from '../../api/client.js';
import { useCan } from '../../api/me.js';
import { SelectField } from '../../ui/fields.js';
import { keep, readKept } from '../../ui/kept.js';
import { SignerFields } from '../../ui/SignerFields.js';
import { letterPath } from './remediation.paths.js';

interface LetterButtonProps {
  /** Whom the letter may go to; of several one is chosen, each gets its own. */
  recipients: readonly { id: string; name: string }[];
  isDraft: boolean;
}

/** The letter "V/v khắc phục tồn tại, hạn chế" for those who may export it; asks who signs. */
export function LetterButton({ recipients, isDraft }: LetterButtonProps) {
  const canExport = useCan('documents.export');
  const [isOpen, setIsOpen] = useState(false);
  const [first] = recipients;
  if (!canExport || !first) return null;
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        Công văn
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title="Công văn yêu cầu khắc phục">
        <LetterFields recipients={recipients} first={first.id} isDraft={isDraft} onDone={() => setIsOpen(false)} />
      </Modal>
    </>
  );
}

/** Who signed last on this device. */
const KEPT_SIGNER = 'letter.signer';

interface LetterFieldsProps extends LetterButtonProps {
  first: string;
  onDone: () => void;
}

function LetterFields({ recipients, first, isDraft, onDone }: LetterFieldsProps) {
  const [recipientId, setRecipientId] = useState(first);
  const [signer, setSigner] = useState(() => ({
    position: '',
    name: '',
    ...(readKept(localStorage, KEPT_SIGNER) as Partial<Record<'position' | 'name', string>> | null),
  }));
  const said = { ...signer, name: signer.name.trim() };
  const finish = () => {
    keep(localStorage, KEPT_SIGNER, signer);
    onDone();
  };
  return (
    <Stack gap="sm">
      {recipients.length > 1 && (
        <SelectField
          label="Nơi nhận"
          withAsterisk
          value={recipientId}
          onChange={setRecipientId}
          options={recipients.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Text size="sm">
        {isDraft
          ? 'Gồm mọi dự thảo kiến nghị của kế hoạch gửi nơi nhận này. '
          : 'Gồm các kiến nghị cùng số, cùng ngày gửi nơi nhận này. '}
        Số và ngày để trống cho văn thư.
      </Text>
      <SignerFields
        positions={DEPARTMENT_SIGNERS}
        position={signer.position}
        onPosition={(position) => setSigner({ ...signer, position })}
        name={signer.name}
        onName={(name) => setSigner({ ...signer, name })}
      />
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button variant="default" onClick={onDone}>
          Quay lại
        </Button>
        <Button component={Link} variant="default" to={letterPath(recipientId, said)} onClick={finish}>
          Xem trước
        </Button>
      </Group>
      <Group justify="flex-end" gap="xs">
        {Object.entries(PAPER_FORMATS).map(([format, label]) => (
          <Button
            key={format}
            component="a"
            href={apiHref(`/request-recipients/${recipientId}/letter.${format}`, said)}
            download
            onClick={finish}
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            Tải {label}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
