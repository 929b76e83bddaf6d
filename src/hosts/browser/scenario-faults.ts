/** The faults that came with a scenario: for its link alone, and as often as they say after each page load. */
import { readToken } from '#backend/scenarios/customer-client.ts';
import { type NetworkFault, spendFault } from '#backend/scenarios/network-fault.ts';
import type { ScenarioShelf } from '#hosts/browser/browser-world.ts';

export function createScenarioFaults({ list }: Pick<ScenarioShelf, 'list'>) {
  const leftByLink = new Map<string, NetworkFault[]>();

  /** Note: a link is a scenario's from the start or never, so it is looked up once. */
  const findLeft = async (credential: string): Promise<NetworkFault[]> => {
    const known = leftByLink.get(credential);
    if (known) return known;
    const built = await list();
    const scenario = built.find(({ url }) => credential === `Bearer ${readToken(url)}`);
    const left = leftByLink.get(credential) ?? scenario?.faults ?? [];
    leftByLink.set(credential, left);
    return left;
  };

  return {
    /** Uses up one time of the first fault that fits. `isLast`: it will meet nothing any more. */
    async take(request: Request, fits: (fault: NetworkFault) => boolean) {
      const credential = request.headers.get('authorization');
      if (credential === null) return undefined;
      await findLeft(credential);
      const left = leftByLink.get(credential) ?? [];
      const fault = left.find(fits);
      if (!fault) return undefined;
      leftByLink.set(credential, spendFault(left, fault));
      return { fault, isLast: fault.times === 1 };
    },
  };
}
