import { can } from '@kiemtra/shared/users';
import { useMe } from '../api/me.js';
import { UnitHome } from '../features/remediation/UnitHome.js';
import { TodayVisits } from '../features/visits/TodayVisits.js';
import { WeekVisits } from '../features/visits/WeekVisits.js';
import { Page } from '../ui/Page.js';

/** Where everybody begins: the visit of the day, what the own unit must answer, or what goes on this week. */
export function TodayPage() {
  const me = useMe();
  return (
    <Page title="Hôm nay">
      {can(me, 'fieldwork.record') && <TodayVisits />}
      {can(me, 'remediation.answer') && <UnitHome />}
      {!can(me, 'fieldwork.record') && <WeekVisits />}
    </Page>
  );
}
