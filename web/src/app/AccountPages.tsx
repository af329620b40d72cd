import { OrganizationPicker } from '../features/organizations/OrganizationPicker.js';
import { OrganizationsPicker } from '../features/organizations/OrganizationsPicker.js';
import { AccountPage } from '../features/users/AccountPage.js';
import { NewAccountPage } from '../features/users/NewAccountPage.js';
import { UnitAccountsPage } from '../features/users/UnitAccountsPage.js';

export function NewAccount() {
  return <NewAccountPage UnitField={OrganizationPicker} />;
}

export function UnitAccounts() {
  return <UnitAccountsPage UnitsField={OrganizationsPicker} />;
}

export function Account() {
  return <AccountPage UnitField={OrganizationPicker} />;
}
