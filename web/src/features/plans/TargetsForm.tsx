import { Button, Group, NumberInput, SimpleGrid } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import { ReplaceTargetsDto, namingDateOf, type PlanView } from '@kiemtra/shared/plans';
import { useQuery } from '@tanstack/react-query';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { SelectField, TextField } from '../../ui/fields.js';
import type { UnitsField } from './plan-fields.js';
import { arranged, parentChoices, targetOf, withUnits, type Target } from './plan-targets.js';
import styles from './plans.module.css';
import { bodiesQuery, useReplaceTargets } from './plans.queries.js';
import { SavedNote } from './SavedNote.js';
import { useSaving, type SeenVersion } from './use-saving.js';

interface TargetsFormProps {
  plan: PlanView;
  seen: SeenVersion;
  UnitsField: UnitsField;
}

/** Whom the plan inspects: units out of the tree, and groups that are only counted. */
export function TargetsForm({ plan, seen, UnitsField: Units }: TargetsFormProps) {
  const replace = useReplaceTargets(plan.id);
  const { save, savedAt } = useSaving(seen);
  const at = namingDateOf(plan);
  const bodies = useQuery(bodiesQuery(at)).data ?? new Map<string, never>();
  const draft = `plans.targets.${plan.id}.${plan.version}`;
  const edited = useDtoForm(ReplaceTargetsDto, { version: 1, targets: plan.targets.map(targetOf) }, { draft });
  const targets = edited.form.getValues().targets as Target[];
  const set = (next: Target[]) => edited.form.setFieldValue('targets', arranged(next, bodies));
  const units = targets.flatMap(({ organizationId }) => organizationId ?? []);
  // A group keeps its place on the page, wherever it comes to stand in the plan.
  const groups = [...targets.entries()].filter(([, target]) => !target.organizationId).sort(byAge);
  const nameOf = ({ id, organizationId, label }: Target) =>
    (organizationId
      ? (bodies.get(organizationId)?.name ?? plan.targets.find((saved) => saved.id === id)?.name)
      : label) ?? '';

  return (
    <DtoFormFrame of={edited} onSend={(body) => save((version) => replace.mutateAsync({ ...body, version }))}>
      <Units label="Đơn vị được kiểm tra" at={at} value={units} onChange={(ids) => set(withUnits(targets, ids))} />
      <p className={styles.note}>Chọn cả huyện và xã của huyện thì xã được xếp dưới huyện.</p>
      <fieldset className={styles.group}>
        <legend>Nhóm đơn vị không nêu tên</legend>
        {groups.map(([index, target]) => (
          <div key={target.id} className={styles.row}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
              <TextField {...edited.field(`targets.${index}.label`)} label="Tên nhóm" withAsterisk />
              <NumberInput
                {...edited.field(`targets.${index}.unitCount`)}
                label="Số đơn vị"
                hideControls
                allowDecimal={false}
                allowNegative={false}
              />
              <SelectField
                {...edited.field(`targets.${index}.parentId`)}
                label="Thuộc"
                placeholder="Không thuộc đối tượng nào"
                options={parentChoices(targets, target.id, nameOf)}
                onChange={(parentId) =>
                  set(targets.map((one) => (one.id === target.id ? { ...one, parentId: parentId || null } : one)))
                }
              />
            </SimpleGrid>
            <div>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Bỏ nhóm ${target.label ?? ''}`}
                onClick={() => set(targets.filter(({ id }) => id !== target.id))}
              >
                Bỏ
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button variant="default" onClick={() => set([...targets, { id: newId(), label: '', unitCount: null }])}>
            Thêm nhóm
          </Button>
        </div>
      </fieldset>
      <Group>
        <Button type="submit" loading={edited.isSending}>
          Lưu đối tượng
        </Button>
        <SavedNote at={savedAt} />
      </Group>
    </DtoFormFrame>
  );
}

/** Ids begin with the moment of their making. */
function byAge([, a]: [number, Target], [, b]: [number, Target]): number {
  return a.id < b.id ? -1 : 1;
}
