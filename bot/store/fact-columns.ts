import { CUSTOMER_STAGE } from '../../core/customer-stage.ts';

/** Facts that stand in columns of `customer` of their own, by field id, so that a scheme may grade by them too. */
export const FACT_COLUMNS: Readonly<Record<string, string>> = {
  industry: 'industry',
  region: 'region',
  lastContact: 'last_contact_on',
  nextContact: 'next_contact_on',
  [CUSTOMER_STAGE]: 'stage',
};
