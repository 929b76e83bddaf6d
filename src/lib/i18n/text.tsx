import { createElement, Fragment } from 'react';

import { formatMessage, type RichValues, type TextValues } from '#lib/i18n/format-message.ts';
import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import type { TextId } from '#lib/i18n/message.ts';

type TextProps = { id: TextId; values?: RichValues };

/** A text on the page; values may be elements and, for `<b>…</b>`, functions. */
export const Text = ({ id, values = {} }: TextProps) => {
  const { state } = useI18n();
  return createElement(Fragment, null, ...formatMessage(state.speech, id, values));
};

/** The same as a string, for attributes and announcements. */
export const useText = () => {
  const { speech } = useI18n().state;
  return (id: TextId, values: TextValues = {}): string => formatMessage(speech, id, values).map(String).join('');
};
