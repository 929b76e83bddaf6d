/** What an agent asks for while a session runs: papers by name, or questions, one a line. */
import type { AddInteractionInput } from '#contract/agent.ts';
import { acceptedTypes } from '#contract/document-request.ts';
import { limits } from '#contract/limits.ts';
import { partIdSchema } from '#contract/ids.ts';

export const templates = ['identity', 'address', 'papers', 'questions'] as const;
export type Template = (typeof templates)[number];

const part = (index: number) => partIdSchema.parse(`part-${index + 1}`);

export const listLines = (written: string): string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function buildTask(template: Template, title: string, lines: readonly string[]): AddInteractionInput {
  if (template === 'questions') {
    const fields = lines.map((label, index) => ({
      id: part(index),
      kind: 'text' as const,
      label,
      hint: null,
      required: true,
      long: true,
      maxLength: limits.answerLength,
      autoComplete: null,
    }));
    const step = {
      id: partIdSchema.parse('questions'),
      kind: 'form' as const,
      title,
      branches: [],
      next: null,
      fields,
    };
    return { kind: 'workflow', title, definition: { steps: [step] } };
  }
  const items = lines.map((line, index) => ({
    id: part(index),
    title: line,
    instructions: '',
    required: true,
    accept: [...acceptedTypes],
    maxFiles: limits.filesPerItem,
    maxBytes: limits.fileBytes,
  }));
  return { kind: 'document-request', title, items };
}
