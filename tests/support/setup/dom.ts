/** What tests with a page need: matchers about what people see, and a clean page after each test. */
import '@testing-library/jest-dom/vitest';

import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Note: two busy cores can take longer than the library's one second; a story that is done goes on at once.
configure({ asyncUtilTimeout: 15_000 });

afterEach(cleanup);
