/** Words for failures: one table, total over the codes that customers meet. */
import { isRoomErrorCode } from '#contract/room-error-codes.ts';
import { ApiError, ContractError, NetworkError } from '#lib/api/failures.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { useText } from '#lib/i18n/text.tsx';

/** Codes of a newer backend that this build has no words for read as `internal`. */
export function toFailureTextId(error: unknown): TextId {
  if (error instanceof NetworkError) return 'failures.network';
  if (error instanceof ContractError) return 'failures.contract';
  if (!(error instanceof ApiError)) return 'failures.unexpected';
  const { code } = error.problem;
  return isRoomErrorCode(code) ? `failures.code.${code}` : 'failures.code.internal';
}

/** What happened and what to do, in the customer's language. */
export function useFailureText(): (error: unknown) => string {
  const text = useText();
  return (error) => text(toFailureTextId(error));
}
