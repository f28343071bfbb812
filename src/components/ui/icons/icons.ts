import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import Check from '@lucide/svelte/icons/check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import Columns3 from '@lucide/svelte/icons/columns-3';
import Copy from '@lucide/svelte/icons/copy';
import Download from '@lucide/svelte/icons/download';
import FileText from '@lucide/svelte/icons/file-text';
import Info from '@lucide/svelte/icons/info';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/settings-2';
import Shield from '@lucide/svelte/icons/shield';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import X from '@lucide/svelte/icons/x';

/** The app's icons, by their meaning. */
export const ICONS = {
  shield: Shield,
  file: FileText,
  tick: Check,
  warn: TriangleAlert,
  note: Info,
  wrong: CircleX,
  previous: ChevronLeft,
  next: ChevronRight,
  open: ChevronDown,
  close: X,
  download: Download,
  copy: Copy,
  columns: Columns3,
  ascending: ArrowUp,
  descending: ArrowDown,
  calendar: CalendarDays,
  search: Search,
  settings: Settings,
  help: CircleQuestionMark,
} as const;

export type IconName = keyof typeof ICONS;
