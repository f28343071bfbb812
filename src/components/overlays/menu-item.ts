/** One thing that a menu offers to do. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly onselect: () => void;
}
