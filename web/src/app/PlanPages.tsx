import { Group } from '@mantine/core';
import type { PlanView } from '@kiemtra/shared/plans';
import { OrganizationPicker } from '../features/organizations/OrganizationPicker.js';
import { OrganizationsPicker } from '../features/organizations/OrganizationsPicker.js';
import { EditPlanPage } from '../features/plans/EditPlanPage.js';
import { NewPlanPage } from '../features/plans/NewPlanPage.js';
import { PlanPage } from '../features/plans/PlanPage.js';
import { PlanVisits } from '../features/visits/PlanVisits.js';
import { PapersWay } from './PapersWay.js';
import { ResultWays } from './ResultPages.js';

export function NewPlan() {
  return <NewPlanPage UnitField={OrganizationPicker} />;
}

export function EditPlan() {
  return <EditPlanPage UnitField={OrganizationPicker} UnitsField={OrganizationsPicker} />;
}

export function Plan() {
  return <PlanPage Visits={PlanVisits} Ways={Ways} />;
}

function Ways({ plan }: { plan: PlanView }) {
  return (
    <Group gap="xs" mb="md">
      <ResultWays plan={plan} />
      <PapersWay plan={plan} />
    </Group>
  );
}
