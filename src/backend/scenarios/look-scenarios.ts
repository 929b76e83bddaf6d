/** Brands, and names and words that are not English. */
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit } from '#backend/scenarios/sample-policies.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

export async function buildBranded(stage: Stage): Promise<BuiltScenario> {
  await stage.policy(harbourCredit(await stage.addLogo()));
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  return asBuilt(await stage.start({ interactions: [agreementInput(document), papersInput, feeInput] }));
}

export async function buildBrandedBright(stage: Stage): Promise<BuiltScenario> {
  await stage.policy({
    branding: { companyName: 'Sunny Side Insurance', primaryColor: '#ffd400', backgroundColor: '#fff8d6' },
  });
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  return asBuilt(await stage.start({ interactions: [agreementInput(document), questionsInput, feeInput] }));
}

export async function buildUnbranded(stage: Stage): Promise<BuiltScenario> {
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  return asBuilt(await stage.start({ interactions: [agreementInput(document), papersInput, feeInput] }));
}

export async function buildPolishNames(stage: Stage): Promise<BuiltScenario> {
  await stage.policy({ branding: { companyName: 'Żółta Łódź Ubezpieczenia', primaryColor: '#7a1f5c' } });
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  return asBuilt(
    await stage.start({
      customer: { name: 'Łucja Gżegżółka-Świątek', email: 'lucja@example.com', phone: null },
      interactions: [
        agreementInput(document, { title: 'Umowa pożyczki – część pierwsza' }),
        { ...papersInput, title: 'Twoje dokumenty' },
        {
          ...feeInput,
          title: 'Opłata przygotowawcza',
          amount: { minorUnits: 24_950, currency: 'PLN' },
          purpose: 'Opłata przygotowawcza do umowy HC-2026-004817',
        },
      ],
    }),
  );
}

export async function buildArabicNames(stage: Stage): Promise<BuiltScenario> {
  await stage.policy({ branding: { companyName: 'مصرف الميناء', primaryColor: '#0e5c63' } });
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  return asBuilt(
    await stage.start({
      customer: { name: 'ليلى عبد الرحمن المنصوري', email: 'layla@example.com', phone: null },
      interactions: [
        agreementInput(document, { title: 'اتفاقية القرض الشخصي' }),
        { ...papersInput, title: 'مستنداتك' },
        {
          ...feeInput,
          title: 'رسوم الإعداد',
          amount: { minorUnits: 18_500, currency: 'AED' },
          purpose: 'رسوم إعداد القرض HC-2026-004817',
        },
      ],
    }),
  );
}
