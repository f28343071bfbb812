import type { IconName } from '../layout/icons.ts';

/** One thing that a menu offers to do. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly onselect: () => void;
}
