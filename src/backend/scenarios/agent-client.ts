/** An agent who works through the contract: how scenarios, QA and tests bring a session into a state. */
import type * as z from 'zod/mini';

import type { AddInteractionInput, StartSessionInput } from '#contract/agent.ts';
import {
  acceptInteraction,
  addAttachment,
  addDocument,
  addInteraction,
  addLogo,
  endSession,
  returnInteraction,
  saveSystemSettings,
  saveTeamSettings,
  sendAgentMessage,
  setPresence,
  startSession,
  withdrawInteraction,
} from '#contract/endpoints/agent.ts';
import { saveTeam } from '#contract/endpoints/people.ts';
import { getSystemPreferences, getTeamPreferences } from '#contract/endpoints/settings.ts';
import { type Endpoint, type Schema, toPath } from '#contract/endpoints/define-endpoint.ts';
import type { FileId, InteractionId, PartId, SessionId, TeamId, UploadId } from '#contract/ids.ts';
import { problemSchema } from '#contract/problem.ts';
import type { SettingsLevel } from '#contract/settings.ts';

type Send = (request: Request) => Promise<Response>;

/** `credential` is whatever the host's `authenticateAgent` takes as a bearer. */
export function createAgentClient(send: Send, origin: string, credential: string) {
  const request = async (
    endpoint: Pick<Endpoint, 'method' | 'path'>,
    params: Record<string, string>,
    body: BodyInit | undefined,
    type: string,
    query = '',
  ): Promise<Response> => {
    const response = await send(
      new Request(`${origin}${toPath(endpoint.path, params)}${query}`, {
        method: endpoint.method,
        headers: {
          authorization: `Bearer ${credential}`,
          'idempotency-key': crypto.randomUUID(),
          'content-type': type,
        },
        ...(body !== undefined && { body }),
      }),
    );
    if (response.ok) return response;
    const { code, fields } = problemSchema.parse(await response.json());
    throw new Error(`Failed to ${endpoint.method} ${endpoint.path}: ${code} ${JSON.stringify(fields ?? [])}`);
  };

  const tell = async (endpoint: Pick<Endpoint, 'method' | 'path'>, params: Record<string, string>, input?: unknown) => {
    await request(endpoint, params, input === undefined ? undefined : JSON.stringify(input), json);
  };
  const ask = async <Output extends Schema>(
    endpoint: Pick<Endpoint, 'method' | 'path'> & { output: Output },
    params: Record<string, string>,
    input?: unknown,
  ): Promise<z.output<Output>> => {
    const response = await request(endpoint, params, input === undefined ? undefined : JSON.stringify(input), json);
    return endpoint.output.parse(await response.json());
  };
  const sendBytes = async <Output extends Schema>(
    endpoint: Pick<Endpoint, 'method' | 'path'> & { output: Output },
    bytes: Uint8Array<ArrayBuffer>,
    params: Record<string, string> = {},
    query = '',
  ): Promise<z.output<Output>> => {
    const response = await request(endpoint, params, bytes, 'application/octet-stream', query);
    return endpoint.output.parse(await response.json());
  };

  return {
    /** Whatever was there before. */
    saveSystemSettings: async (settings: SettingsLevel) => {
      const { version } = await ask(getSystemPreferences, {});
      await tell(saveSystemSettings, {}, { version, settings });
    },
    saveTeamSettings: async (teamId: TeamId, settings: SettingsLevel) => {
      const { version } = await ask(getTeamPreferences, { teamId });
      await tell(saveTeamSettings, { teamId }, { version, settings });
    },
    saveTeam: (teamId: TeamId, name: string) => tell(saveTeam, { teamId }, { name, seen: null }),
    setPresence: (connected: boolean, idleSince?: string) => tell(setPresence, {}, { connected, idleSince }),
    addDocument: async (bytes: Uint8Array<ArrayBuffer>): Promise<FileId> =>
      (await sendBytes(addDocument, bytes)).fileId,
    addLogo: async (bytes: Uint8Array<ArrayBuffer>): Promise<FileId> => (await sendBytes(addLogo, bytes)).fileId,
    /** @throws when the link is not told: this client is for those who pass it on. */
    startSession: async (input: StartSessionInput) => {
      const { url, ...started } = await ask(startSession, {}, input);
      if (url === null) throw new Error('Failed to start a session: its link is not for whoever asked.');
      return { ...started, url };
    },
    addInteraction: async (sessionId: SessionId, input: AddInteractionInput) =>
      (await ask(addInteraction, { sessionId }, input)).interactionId,
    withdraw: (sessionId: SessionId, interactionId: InteractionId, reason: string) =>
      tell(withdrawInteraction, { sessionId, interactionId }, { reason }),
    returnForCorrection: (
      sessionId: SessionId,
      interactionId: InteractionId,
      reason: string,
      items: Record<PartId, string> = {},
    ) => tell(returnInteraction, { sessionId, interactionId }, { reason, items }),
    accept: (sessionId: SessionId, interactionId: InteractionId) =>
      tell(acceptInteraction, { sessionId, interactionId }),
    sendMessage: (sessionId: SessionId, text: string, attachments: UploadId[] = []) =>
      ask(sendAgentMessage, { sessionId }, { text, attachments }),
    addAttachment: (sessionId: SessionId, name: string, bytes: Uint8Array<ArrayBuffer>) =>
      sendBytes(addAttachment, bytes, { sessionId }, `?${new URLSearchParams({ name }).toString()}`),
    endSession: (sessionId: SessionId) => tell(endSession, { sessionId }),
  };
}

const json = 'application/json';
