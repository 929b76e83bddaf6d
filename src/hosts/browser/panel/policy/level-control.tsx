import type { TeamId } from '#contract/ids.ts';
import type { ControlProps } from '#hosts/browser/panel/policy/control-props.ts';
import { EndAccessControl } from '#hosts/browser/panel/policy/end-access-control.tsx';
import { ListControl } from '#hosts/browser/panel/policy/list-control.tsx';
import { LogoControl } from '#hosts/browser/panel/policy/logo-control.tsx';
import type { Editor } from '#hosts/browser/panel/policy/setting-table.ts';
import { TypedControl } from '#hosts/browser/panel/policy/typed-control.tsx';
import { PanelSelect } from '#hosts/browser/panel/panel-select.tsx';

/** What one level says of one setting, to be changed. */
export const LevelControl = ({ editor, team, ...control }: ControlProps & { editor: Editor; team: TeamId }) => {
  switch (editor.kind) {
    case 'choice':
      return <ChoiceControl {...control} options={editor.options} />;
    case 'typed':
      return <TypedControl {...control} editor={editor} />;
    case 'list':
      return <ListControl {...control} />;
    case 'end-access':
      return <EndAccessControl {...control} />;
    case 'logo':
      return <LogoControl {...control} team={team} />;
  }
};

type ChoiceControlProps = ControlProps & { options: readonly { value: unknown; label: string }[] };

const ChoiceControl = ({ label, value, onSave, options }: ChoiceControlProps) => (
  <PanelSelect
    label={label}
    value={options.find((option) => option.value === value)?.label ?? inherit}
    options={[inherit, ...options.map((option) => option.label)]}
    onChange={(chosen) => onSave(options.find((option) => option.label === chosen)?.value)}
  />
);

const inherit = 'Inherit';
