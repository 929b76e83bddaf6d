import { useAddressFilters } from '#console/shared/address-filters.ts';

const filterNames = ['delivery', 'channel', 'session'] as const;
export type Filters = Partial<Record<(typeof filterNames)[number], string>>;

export const useFilters = () => useAddressFilters(filterNames);
