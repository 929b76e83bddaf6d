import CircleHelp from 'lucide-react/icons/circle-help';
import CreditCard from 'lucide-react/icons/credit-card';
import FileUp from 'lucide-react/icons/file-up';
import ListChecks from 'lucide-react/icons/list-checks';
import PenLine from 'lucide-react/icons/pen-line';

import type { Interaction } from '#contract/interaction.ts';
import styles from '#room/collaboration/interaction-card.module.css';
import { Icon } from '#ui/icon.tsx';

const icons = {
  esign: PenLine,
  'document-request': FileUp,
  workflow: ListChecks,
  payment: CreditCard,
  unknown: CircleHelp,
} as const satisfies Record<Interaction['kind'], unknown>;

export const KindIcon = ({ kind }: Pick<Interaction, 'kind'>) => (
  <span className={styles['icon']}>
    <Icon icon={icons[kind]} />
  </span>
);
