/** Which messages are asked for. It stands in the address, so that a reload, Back and a colleague's link show the same. */
import { useSearchParams } from 'react-router';

const filterNames = ['delivery', 'channel', 'session'] as const;
export type Filters = Partial<Record<(typeof filterNames)[number], string>>;

export function useFilters() {
  const [params, setParams] = useSearchParams();
  const filters: Filters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  return {
    filters,
    /** Empty texts ask for everything. */
    change: (changes: Filters) => {
      const next = Object.entries({ ...filters, ...changes }).filter(([, value]) => value !== '');
      setParams(Object.fromEntries(next), { replace: true });
    },
    clear: () => setParams({}, { replace: true }),
  };
}
