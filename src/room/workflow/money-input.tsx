import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import { currencySign } from '#lib/i18n/parse-money.ts';
import { Text } from '#lib/i18n/text.tsx';
import styles from '#room/workflow/field-input.module.css';
import { type InputProps, type OfKind, toWords } from '#room/workflow/field-words.tsx';
import { TextField } from '#ui/text-field.tsx';

/** An amount as the customer writes it; its currency is said, not asked. */
export const MoneyInput = (props: InputProps<OfKind<'money'>>) => {
  const { locale } = useI18n().state.speech;
  const { currency } = props.field;
  const { hint, ...words } = toWords(props);
  const name = new Intl.DisplayNames(locale, { type: 'currency' }).of(currency) ?? currency;
  return (
    <div className={styles['short']}>
      <TextField
        {...words}
        hint={
          <>
            {hint} <Text id="workflow.currency" values={{ name, sign: <bdi>{currencySign(currency, locale)}</bdi> }} />
          </>
        }
        value={props.value}
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="go"
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
};
