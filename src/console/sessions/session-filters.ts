import { useAddressFilters } from '#console/shared/address-filters.ts';

const filterNames = ['search', 'state', 'team', 'agent'] as const;
export type Filters = Partial<Record<(typeof filterNames)[number], string>>;

export const useFilters = () => useAddressFilters(filterNames);
