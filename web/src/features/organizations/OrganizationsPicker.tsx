import { Button, Checkbox, Combobox, SegmentedControl, TextInput, useCombobox } from '@mantine/core';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { ORGANIZATION_KINDS, ORGANIZATION_KIND_LABELS } from '@kiemtra/shared/organizations';
import { useState, type KeyboardEvent } from 'react';
import type { FieldProps } from '../../ui/dto-form.js';
import { SelectField } from '../../ui/fields.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { countsByKind, grouped, matching, type OrganizationChoice } from './organization-choices.js';
import type { PickerOptions } from './OrganizationPicker.js';
import { keepEnter } from './picker-keys.js';
import styles from './pickers.module.css';
import { MOST_SHOWN, useOrganizationChoices } from './use-organization-choices.js';

const number = (value: number) => formatDecimal(String(value));

/** Picks several bodies out of the tree of a day: a list to tick, narrowed by words and by kind, all at once if wanted. */
export function OrganizationsPicker(props: FieldProps<string[]> & PickerOptions) {
  const { value, onChange, at, isOffered = () => true, disabled = false, ...rest } = props;
  const picked = new Set(value);
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState('');
  const [view, setView] = useState('all');
  const combobox = useCombobox({ opened: true });
  const { choices, strangers, problem, retry } = useOrganizationChoices({ at, typed, picked: value ?? [] });

  const isPicked = ({ organization }: OrganizationChoice) => picked.has(organization.id);
  const all = (choices ?? []).filter((choice) => isPicked(choice) || isOffered(choice.organization));
  const chosen = [...strangers, ...all.filter(isPicked)];
  const viewed = view === 'all' ? all : chosen;
  const found = matching(viewed, typed).filter(({ organization }) => kind === '' || organization.kind === kind);
  const kinds = ORGANIZATION_KINDS.filter((one) => all.some(({ organization }) => organization.kind === one));

  const set = (ids: readonly string[], isOn: boolean) => {
    const others = [...picked].filter((id) => !ids.includes(id));
    onChange(isOn ? [...others, ...ids] : others);
    // Rows that leave the list must not leave the arrow keys pointing at a stranger.
    if (view === 'chosen') combobox.resetSelectedOption();
  };
  const changeView = (change: () => void) => {
    change();
    combobox.resetSelectedOption();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    keepEnter(event);
    if (event.key === 'Escape') setTyped('');
  };

  return (
    <Combobox
      store={combobox}
      disabled={disabled}
      onOptionSubmit={(id) => set([id], !picked.has(id))}
      classNames={{ groupLabel: styles.group, option: styles.option }}
    >
      <div className={styles.picker}>
        <div className={styles.filters}>
          <Combobox.EventsTarget withExpandedAttribute>
            <TextInput
              {...rest}
              disabled={disabled}
              placeholder="Tìm theo tên"
              value={typed}
              onChange={(event) => changeView(() => setTyped(event.currentTarget.value))}
              onKeyDown={onKeyDown}
            />
          </Combobox.EventsTarget>
          {kinds.length > 1 && (
            <SelectField
              label="Loại"
              placeholder="Mọi loại"
              value={kind}
              onChange={(next) => changeView(() => setKind(next))}
              disabled={disabled}
              options={kinds.map((one) => ({ value: one, label: ORGANIZATION_KIND_LABELS[one] }))}
            />
          )}
        </div>
        <div className={styles.toolbar}>
          <SegmentedControl
            aria-label="Xem"
            classNames={{ label: styles.view }}
            value={view}
            onChange={(next) => changeView(() => setView(next))}
            data={[
              { value: 'all', label: `Tất cả (${number(all.length)})` },
              { value: 'chosen', label: `Đã chọn (${number(chosen.length)})` },
            ]}
          />
          <BulkButton
            found={found}
            isNarrowed={found.length < viewed.length}
            isPicked={isPicked}
            onSet={set}
            disabled={disabled}
          />
        </div>
        {problem ? (
          <ProblemAlert problem={problem} onRetry={retry} />
        ) : (
          <Combobox.Options className={styles.list} aria-label={rest.label} aria-multiselectable>
            {grouped(found.slice(0, MOST_SHOWN)).map((group) => (
              <Combobox.Group key={group.label} label={group.label}>
                {group.choices.map((choice) => (
                  <Row key={choice.organization.id} choice={choice} isPicked={isPicked(choice)} />
                ))}
              </Combobox.Group>
            ))}
            {found.length === 0 && (
              <Combobox.Empty>{emptyText(choices !== undefined, viewed.length > 0)}</Combobox.Empty>
            )}
          </Combobox.Options>
        )}
        <p className={styles.note} aria-live="polite">
          {found.length > MOST_SHOWN && `Hiện ${MOST_SHOWN} trong ${number(found.length)} đơn vị; gõ tên để thu hẹp. `}
          {chosen.length > 0 && `Đã chọn ${number(chosen.length)} đơn vị: ${countsByKind(chosen)}.`}
          {strangers[0] &&
            ` ${strangers[0].group}: ${strangers.map(({ organization }) => organization.name).join(', ')}.`}
        </p>
      </div>
    </Combobox>
  );
}

function emptyText(isLoaded: boolean, hasRows: boolean): string {
  if (!isLoaded) return 'Đang tải danh sách';
  return hasRows ? 'Không có đơn vị nào khớp' : 'Chưa có đơn vị nào';
}

function Row({ choice, isPicked }: { choice: OrganizationChoice; isPicked: boolean }) {
  const { id, name } = choice.organization;
  return (
    <Combobox.Option value={id} active={isPicked} aria-selected={isPicked}>
      <Checkbox.Indicator checked={isPicked} aria-hidden />
      <span>{name}</span>
    </Combobox.Option>
  );
}

interface BulkButtonProps {
  found: readonly OrganizationChoice[];
  isNarrowed: boolean;
  isPicked: (choice: OrganizationChoice) => boolean;
  onSet: (ids: string[], isOn: boolean) => void;
  disabled: boolean;
}

/** Ticks everything that is found, also beyond what is shown; when all of it is ticked, takes the ticks off. */
function BulkButton({ found, isNarrowed, isPicked, onSet, disabled }: BulkButtonProps) {
  const isAllPicked = found.length > 0 && found.every(isPicked);
  const what = isNarrowed ? `${number(found.length)} kết quả lọc` : `${number(found.length)} đơn vị`;
  return (
    <Button
      variant="default"
      disabled={disabled || found.length === 0}
      onClick={() =>
        onSet(
          found.map(({ organization }) => organization.id),
          !isAllPicked,
        )
      }
    >
      {isAllPicked ? `Bỏ chọn ${what}` : `Chọn tất cả ${what}`}
    </Button>
  );
}
