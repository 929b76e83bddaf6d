import { credential } from '#console/client/credential.ts';
import { clearDesk } from '#console/client/desk.ts';

/** After signing out on purpose. */
export async function leaveConsole(): Promise<void> {
  credential.forget();
  await clearDesk();
  startAnew();
}

/** A page of its own, so that nothing of whoever was here is left in it. */
export const startAnew = (): void => location.assign('/console');
