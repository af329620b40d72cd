import { Button, Group } from '@mantine/core';
import { UpdatePlanDto, type PlanView } from '@kiemtra/shared/plans';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { PlanFields, contentOf, type UnitField } from './plan-fields.js';
import { useUpdatePlan } from './plans.queries.js';
import { SavedNote } from './SavedNote.js';
import { useSaving, type SeenVersion } from './use-saving.js';

interface PlanContentFormProps {
  plan: PlanView;
  seen: SeenVersion;
  UnitField: UnitField;
}

/** What the plan says of itself. */
export function PlanContentForm({ plan, seen, UnitField: Unit }: PlanContentFormProps) {
  const update = useUpdatePlan(plan.id);
  const { save, savedAt } = useSaving(seen);
  const draft = `plans.content.${plan.id}.${plan.version}`;
  const edited = useDtoForm(UpdatePlanDto, { ...contentOf(plan), version: 1 }, { draft });
  return (
    <DtoFormFrame of={edited} onSend={(body) => save((version) => update.mutateAsync({ ...body, version }))}>
      <PlanFields of={edited} UnitField={Unit} />
      <Group>
        <Button type="submit" loading={edited.isSending}>
          Lưu thông tin
        </Button>
        <SavedNote at={savedAt} />
      </Group>
    </DtoFormFrame>
  );
}
