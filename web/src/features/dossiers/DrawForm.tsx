import { Button, Text, TextInput } from '@mantine/core';
import { newSample, SAMPLE_MAX, SEED_MAX, type DossierField, type DossierSample } from '@kiemtra/shared/dossiers';
import { dateInVietnam } from '@kiemtra/shared/kernel';
import { useState } from 'react';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { CountField } from '../../ui/CountField.js';
import styles from './dossiers.module.css';
import { ListPicker } from './ListPicker.js';
import { useList } from './use-list.js';

interface DrawFormProps {
  field: DossierField;
  /** The sample that a new draw replaces. */
  before: DossierSample | null;
  onDraw: (sample: DossierSample) => void;
}

const SIZE_AT_FIRST = 10;

/** Nine digits that nobody chose; shown before the draw, and free to be named by the unit instead. */
function offeredSeed(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(random % 1_000_000_000).padStart(9, '0');
}

/** The list, the seed and the size: everything that goes into a draw, in sight before it. */
export function DrawForm({ field, before, onDraw }: DrawFormProps) {
  const chosen = useList();
  const [seed, setSeed] = useState(offeredSeed);
  const [size, setSize] = useState(before?.draw.size ?? SIZE_AT_FIRST);
  const { list } = chosen;
  const attempt = (before?.draw.attempt ?? 0) + 1;
  const isReady = list !== null && seed.trim() !== '' && size > 0;
  const wanted = Math.min(size, list?.length ?? size);
  const draw = () => {
    if (list && isReady) onDraw(newSample({ field, list, size, seed, attempt, today: dateInVietnam(new Date()) }));
  };
  return (
    <div className={styles.stack}>
      <ListPicker of={chosen} />
      <TextInput
        label="Số chọn ngẫu nhiên"
        description="Đọc cho đơn vị nghe trước khi rút. Đơn vị nêu số hoặc chữ khác thì ghi thay vào đây."
        maxLength={SEED_MAX}
        autoComplete="off"
        value={seed}
        error={seed.trim() === '' ? 'Chưa có số chọn' : null}
        onChange={({ currentTarget }) => setSeed(currentTarget.value)}
      />
      <CountField label={`Số hồ sơ rút (nhiều nhất ${SAMPLE_MAX})`} value={size} max={SAMPLE_MAX} onSave={setSize} />
      <div className={styles.acts}>
        {before ? (
          <ConfirmAct
            act="Rút lại"
            title="Rút lại mẫu hồ sơ"
            disabled={!isReady}
            onConfirm={() => Promise.resolve(draw())}
          >
            <Text>
              Mẫu đang có ({before.dossiers.length} hồ sơ, đã xem{' '}
              {before.dossiers.filter(({ isChecked }) => isChecked).length}) được thay bằng mẫu mới cùng nội dung đã ghi
              ở từng hồ sơ. Mẫu mới ghi rõ là rút lần {attempt}.
            </Text>
          </ConfirmAct>
        ) : (
          <Button disabled={!isReady} onClick={draw}>
            Rút {wanted} hồ sơ
          </Button>
        )}
        {!list && <span className={styles.hint}>Cần danh sách hồ sơ trước khi rút.</span>}
      </div>
    </div>
  );
}
