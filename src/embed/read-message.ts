import type { FrameMessage } from '#contract/frame-message.ts';

/** Undefined for whatever is no message of this version: unknown types, and members that are not what they should be. */
export function readMessage(data: unknown): FrameMessage | undefined {
  if (!isMessage(data)) return undefined;
  return data;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isMessage = (data: unknown): data is FrameMessage =>
  isRecord(data) && data['source'] === 'session-room' && data['version'] === 1 && isEvent(data);

function isEvent({ type, height, code, interaction }: Record<string, unknown>): boolean {
  switch (type) {
    case 'ready':
    case 'all-completed':
      return true;
    case 'resize':
      return typeof height === 'number' && height >= 0 && height < Infinity;
    case 'blocked':
    case 'error':
      return typeof code === 'string';
    case 'interaction-completed':
      return isRecord(interaction) && ['id', 'kind', 'status'].every((name) => typeof interaction[name] === 'string');
    default:
      return false;
  }
}
