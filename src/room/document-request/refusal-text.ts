/** Why a file is not taken, and what to do about it. */
import type { AcceptedType, RequestedItem } from '#contract/document-request.ts';
import type { FileType } from '#domain/detect-file-type.ts';
import type { TextId } from '#lib/i18n/message.ts';
import { useText } from '#lib/i18n/text.tsx';
import { listFormat } from '#lib/i18n/formatters.ts';
import { useLocale } from '#lib/i18n/use-locale.ts';
import { useFormat } from '#lib/i18n/use-format.ts';
import type { Refusal } from '#lib/uploads/check-file.ts';

const typeNames = {
  'application/pdf': 'documents.type.pdf',
  'image/jpeg': 'documents.type.jpeg',
  'image/png': 'documents.type.png',
  'image/webp': 'documents.type.webp',
  'image/heic': 'documents.type.heic',
} as const satisfies Record<AcceptedType, TextId>;

const refusedTypes = {
  'application/pdf': 'documents.refused.pdf',
  'image/jpeg': 'documents.refused.photo',
  'image/png': 'documents.refused.photo',
  'image/webp': 'documents.refused.photo',
  'image/heic': 'documents.refused.heic',
  empty: 'documents.refused.empty',
  word: 'documents.refused.word',
  spreadsheet: 'documents.refused.spreadsheet',
  presentation: 'documents.refused.presentation',
  office: 'documents.refused.office',
  archive: 'documents.refused.archive',
  'other-image': 'documents.refused.other-image',
  video: 'documents.refused.video',
  text: 'documents.refused.text',
  unknown: 'documents.refused.unknown',
} as const satisfies Record<FileType, TextId>;

/** "PDF, JPEG or PNG" */
export function useTypeNames(): (item: Pick<RequestedItem, 'accept'>) => string {
  const text = useText();
  const { locale } = useLocale();
  return ({ accept }) =>
    listFormat(locale, { type: 'disjunction' }).format(accept.map((type) => text(typeNames[type])));
}

export function useRefusalText(): (refusal: Refusal, item: RequestedItem, file: { size: number }) => string {
  const text = useText();
  const format = useFormat();
  const nameTypes = useTypeNames();
  return (refusal, item, file) => {
    switch (refusal.kind) {
      case 'type':
        return text(refusedTypes[refusal.type], {
          types: nameTypes(item),
          pdf: item.accept.includes('application/pdf') ? 'yes' : 'no',
        });
      case 'too-large':
        return text('documents.refused.too-large', {
          size: format.fileSize(file.size),
          max: format.fileSize(item.maxBytes),
        });
      case 'too-many':
        return text('documents.refused.too-many', { count: item.maxFiles });
      case 'unreadable':
        return text('documents.refused.unreadable');
    }
  };
}
