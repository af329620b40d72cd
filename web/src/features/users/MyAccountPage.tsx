import { Page } from '../../ui/Page.js';
import { useMe } from '../../api/me.js';

/** The own account: name, sessions, password. */
export function MyAccountPage() {
  return <Page title={useMe().displayName}>{null}</Page>;
}
