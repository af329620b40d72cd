import { Button, Group, SimpleGrid } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import { ReplaceTeamsDto, type PlanView } from '@kiemtra/shared/plans';
import { DateField } from '../../ui/DateField.js';
import { useDtoForm, type DtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { MemberFields } from './MemberFields.js';
import styles from './plans.module.css';
import { useReplaceTeams } from './plans.queries.js';
import { SavedNote } from './SavedNote.js';
import { useSaving, type SeenVersion } from './use-saving.js';

/** Who goes: teams, their decisions, their members. */
export function TeamsForm({ plan, seen }: { plan: PlanView; seen: SeenVersion }) {
  const replace = useReplaceTeams(plan.id);
  const { save, savedAt } = useSaving(seen);
  const draft = `plans.teams.${plan.id}.${plan.version}`;
  const edited = useDtoForm(ReplaceTeamsDto, { version: 1, teams: plan.teams }, { draft });
  const { teams } = edited.form.getValues();
  const add = () =>
    edited.form.insertListItem('teams', {
      id: newId(),
      name: `Đoàn kiểm tra số ${teams.length + 1}`,
      decisionNumber: '',
      decisionOn: '',
      members: [],
    });

  return (
    <DtoFormFrame of={edited} onSend={(body) => save((version) => replace.mutateAsync({ ...body, version }))}>
      {teams.map((team, index) => (
        <TeamFields
          key={team.id}
          of={edited}
          index={index}
          onRemove={() => edited.form.removeListItem('teams', index)}
        />
      ))}
      <Group>
        <Button variant="default" onClick={add}>
          Thêm đoàn
        </Button>
        <Button type="submit" loading={edited.isSending}>
          Lưu đoàn
        </Button>
        <SavedNote at={savedAt} />
      </Group>
    </DtoFormFrame>
  );
}

interface TeamFieldsProps {
  of: DtoForm<ReplaceTeamsDto>;
  index: number;
  onRemove: () => void;
}

function TeamFields({ of, index, onRemove }: TeamFieldsProps) {
  const path = `teams.${index}`;
  const name = of.form.getValues().teams[index]?.name ?? '';
  return (
    <fieldset className={styles.row}>
      <legend className="k-hidden">{name}</legend>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md" verticalSpacing="md">
        <TextField {...of.field(`${path}.name`)} label="Tên đoàn" />
        <TextField {...of.field(`${path}.decisionNumber`)} label="Số quyết định" />
        <DateField {...of.field(`${path}.decisionOn`)} label="Ngày quyết định" />
      </SimpleGrid>
      <MemberFields of={of} path={`${path}.members`} members={of.form.getValues().teams[index]?.members ?? []} />
      <div>
        <Button variant="subtle" size="compact-sm" aria-label={`Bỏ ${name}`} onClick={onRemove}>
          Bỏ đoàn
        </Button>
      </div>
    </fieldset>
  );
}
