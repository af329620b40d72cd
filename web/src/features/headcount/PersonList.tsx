import { Button, Checkbox, TextInput } from '@mantine/core';
import {
  PERSONS_MAX,
  PERSON_TEXT_MAX,
  PRESENCES,
  PRESENCE_LABELS,
  REASON_MAX,
  type CountedPerson,
} from '@kiemtra/shared/headcount';
import { useState } from 'react';
import { ToggleChoices } from '../../ui/ToggleChoices.js';
import styles from './headcount.module.css';

interface PersonListProps {
  persons: readonly CountedPerson[];
  isOpen: boolean;
  onChange: (change: (now: readonly CountedPerson[]) => CountedPerson[]) => void;
}

const PRESENCE_OPTIONS = PRESENCES.map((value) => ({ value, label: PRESENCE_LABELS[value] }));

const NOBODY: CountedPerson = {
  name: '',
  position: null,
  presence: 'absent_without_reason',
  reason: null,
  isBadgeWorn: false,
};

/** Those who are absent, or of whom there is something to say. Names of people: for the team alone. */
export function PersonList({ persons, isOpen, onChange }: PersonListProps) {
  const [edited, setEdited] = useState<number | null>(null);
  const isFull = persons.length >= PERSONS_MAX;
  return (
    <section aria-label="Danh sách người vắng, người cần lưu ý" className={styles.persons}>
      <h2>Danh sách người vắng, người cần lưu ý</h2>
      <p className={styles.hint}>
        Chỉ đoàn kiểm tra xem được; không có trong văn bản, bảng xuất và phần đơn vị xem được.
      </p>
      {persons.length > 0 && (
        <ol className={styles.list}>
          {persons.map((person, index) => (
            // Two people may bear one name.
            <li key={`${index} ${person.name}`}>
              {edited === index ? (
                <PersonForm
                  start={person}
                  act="Lưu"
                  onSave={(next) => {
                    onChange((now) => now.map((one, place) => (place === index ? next : one)));
                    setEdited(null);
                  }}
                  onCancel={() => setEdited(null)}
                />
              ) : (
                <Person person={person} />
              )}
              {isOpen && edited !== index && (
                <div className={styles.acts}>
                  <Button
                    variant="default"
                    aria-label={`Sửa ${person.name}`}
                    disabled={edited !== null}
                    onClick={() => setEdited(index)}
                  >
                    Sửa
                  </Button>
                  <Button
                    variant="default"
                    aria-label={`Bỏ ${person.name}`}
                    disabled={edited !== null}
                    onClick={() => onChange((now) => now.filter((_, place) => place !== index))}
                  >
                    Bỏ
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {isOpen && edited === null && !isFull && (
        <PersonForm
          key={persons.length}
          start={NOBODY}
          act="Thêm vào danh sách"
          onSave={(next) => onChange((now) => [...now, next])}
        />
      )}
    </section>
  );
}

function Person({ person: { name, position, presence, reason, isBadgeWorn } }: { person: CountedPerson }) {
  const facts = [
    position,
    PRESENCE_LABELS[presence],
    presence === 'present' && (isBadgeWorn ? 'đeo thẻ' : 'không đeo thẻ'),
    reason,
  ];
  return (
    <p>
      <strong>{name}</strong>
      <br />
      {facts.filter(Boolean).join(' · ')}
    </p>
  );
}

interface PersonFormProps {
  start: CountedPerson;
  act: string;
  onSave: (person: CountedPerson) => void;
  onCancel?: () => void;
}

function PersonForm({ start, act, onSave, onCancel }: PersonFormProps) {
  const [person, setPerson] = useState(start);
  const [isAsked, setAsked] = useState(false);
  const put = (change: Partial<CountedPerson>) => setPerson((now) => ({ ...now, ...change }));
  const name = person.name.normalize('NFC').trim();
  const textOf = (said: string | null) => said?.normalize('NFC').trim() || null;
  const save = () => {
    setAsked(true);
    if (name === '') return;
    onSave({ ...person, name, position: textOf(person.position), reason: textOf(person.reason) });
  };
  return (
    <fieldset className={styles.person} aria-label={act}>
      <TextInput
        label="Họ và tên"
        autoComplete="off"
        maxLength={PERSON_TEXT_MAX}
        value={person.name}
        error={isAsked && name === '' ? 'Chưa có họ và tên' : null}
        onChange={({ currentTarget }) => put({ name: currentTarget.value })}
      />
      <TextInput
        label="Chức vụ, vị trí"
        autoComplete="off"
        maxLength={PERSON_TEXT_MAX}
        value={person.position ?? ''}
        onChange={({ currentTarget }) => put({ position: currentTarget.value })}
      />
      <ToggleChoices
        label="Lúc đếm"
        options={PRESENCE_OPTIONS}
        value={person.presence}
        onChoose={(presence) =>
          presence && put({ presence, isBadgeWorn: presence === 'present' && person.isBadgeWorn })
        }
      />
      {person.presence === 'present' && (
        <Checkbox
          label="Đeo thẻ"
          className={styles.tick}
          checked={person.isBadgeWorn}
          onChange={({ currentTarget }) => put({ isBadgeWorn: currentTarget.checked })}
        />
      )}
      <TextInput
        label="Lý do, ghi chú"
        autoComplete="off"
        maxLength={REASON_MAX}
        value={person.reason ?? ''}
        onChange={({ currentTarget }) => put({ reason: currentTarget.value })}
      />
      <div className={styles.acts}>
        <Button onClick={save}>{act}</Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Quay lại
          </Button>
        )}
      </div>
    </fieldset>
  );
}
