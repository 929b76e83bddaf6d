import type { ComponentType } from 'react';

/** Another way to sign in, which a host offers under the usual one. `keep` takes the bearer that its backend knows the person by. */
export type OtherSignIn = ComponentType<{ keep: (bearer: string) => void }>;
