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
  'application/pdf': 'files.type.pdf',
  'image/jpeg': 'files.type.jpeg',
  'image/png': 'files.type.png',
  'image/webp': 'files.type.webp',
  'image/heic': 'files.type.heic',
} as const satisfies Record<AcceptedType, TextId>;

const refusedTypes = {
  'application/pdf': 'files.refused.pdf',
  'image/jpeg': 'files.refused.photo',
  'image/png': 'files.refused.photo',
  'image/webp': 'files.refused.photo',
  'image/heic': 'files.refused.heic',
  empty: 'files.refused.empty',
  word: 'files.refused.word',
  spreadsheet: 'files.refused.spreadsheet',
  presentation: 'files.refused.presentation',
  office: 'files.refused.office',
  archive: 'files.refused.archive',
  'other-image': 'files.refused.other-image',
  video: 'files.refused.video',
  text: 'files.refused.text',
  unknown: 'files.refused.unknown',
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
        return text('files.refused.too-large', {
          size: format.fileSize(file.size),
          max: format.fileSize(item.maxBytes),
        });
      case 'too-many':
        return text('files.refused.too-many', { count: item.maxFiles });
      case 'unreadable':
        return text('files.refused.unreadable');
    }
  };
}
