/** What of a list is asked for. It stands in the address, so that a reload, Back and a colleague's link show the same. */
import { useSearchParams } from 'react-router';

export function useAddressFilters<Name extends string>(names: readonly Name[]) {
  type Filters = Partial<Record<Name, string>>;
  const [params, setParams] = useSearchParams();
  const filters: Filters = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  return {
    filters,
    /** Empty texts ask for everything. */
    change: (changes: Filters) => {
      const next = Object.entries<string | undefined>({ ...filters, ...changes });
      setParams(
        next.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
        { replace: true },
      );
    },
    clear: () => setParams({}, { replace: true }),
  };
}
