/** The words of the sample agreement: what a loan agreement of a small bank reads like. Numbers agree with the other samples. */
export type Section = { heading: string; paragraphs: readonly string[] };

export const agreementTitle = 'Personal loan agreement';

export const agreementPages: readonly (readonly Section[])[] = [
  [
    {
      heading: 'Parties',
      paragraphs: [
        'This agreement is made between Harbour Credit Ltd, 12 Quay Street, Bristol BS1 4QU ("we", "us"), and the person who signs below as the borrower ("you").',
        'It takes effect on the day on which both of us have signed it. Until then neither of us is bound by anything in it.',
      ],
    },
    {
      heading: '1. The loan in short',
      paragraphs: [
        'We lend you 8,000.00 pounds for the purchase of a used car. You pay it back in 48 equal monthly instalments of 193.28 pounds, the first of them due on the first working day of the month after the loan was paid out.',
        'The rate of interest is fixed at 7.4 per cent a year for the whole term. The annual percentage rate of charge is 7.9 per cent. The total amount you pay is 9,277.44 pounds.',
        'The set-up fee of 49.00 pounds is charged once. It is not part of the loan and is paid separately before the loan is paid out.',
      ],
    },
    {
      heading: '2. Paying out',
      paragraphs: [
        'We pay the loan into the bank account that you named in your application within two working days after we have received the signed agreement, your proof of identity and your proof of income.',
        'If one of these is missing after thirty days this agreement ends without any cost to you, and we return the set-up fee.',
      ],
    },
  ],
  [
    {
      heading: '3. Your payments',
      paragraphs: [
        'Instalments are collected by direct debit. Please make sure that the money is there on the due date. If a collection fails we try again once, five working days later, and tell you before we do.',
        'A payment is used first for interest that is due, then for the loan itself. We send a statement once a year, and at any time when you ask for one; both are free.',
      ],
    },
    {
      heading: '4. Paying early',
      paragraphs: [
        'You may pay back all of the loan, or a part of it, at any time. Tell us in writing or by telephone; we then send the exact amount within seven working days. Interest is only due up to the day of repayment.',
      ],
    },
    {
      heading: '5. When a payment is late',
      paragraphs: [
        'If you expect difficulties, talk to us before the due date. We can agree on a pause of up to three months or on smaller instalments over a longer time, and we will not charge for arranging it.',
        'If an instalment is more than fourteen days late we may charge 12.00 pounds for the letter that we then have to write. We charge no interest on that amount.',
      ],
    },
    {
      heading: '6. What you confirm',
      paragraphs: [
        'You confirm that what you stated in your application is complete and true, that you received the pre-contract information in good time before signing, and that you had the opportunity to ask questions about it.',
      ],
    },
  ],
  [
    {
      heading: '7. Your right to withdraw',
      paragraphs: [
        'You may withdraw from this agreement within fourteen days after signing it without giving a reason. A message to the address above, or in the room in which you sign this agreement, is enough. You then return the loan within thirty days and pay interest for the days on which you had it.',
      ],
    },
    {
      heading: '8. Your data',
      paragraphs: [
        'We use what you tell us to decide on the loan, to carry out this agreement and to meet our duties under the law. We keep it for six years after the agreement has ended. You may ask us at any time what we hold about you and have it corrected.',
      ],
    },
    {
      heading: '9. Complaints and law',
      paragraphs: [
        'If something went wrong, tell us first: we answer within eight weeks. After that you may turn to the ombudsman, free of charge. The law of England and Wales applies to this agreement.',
      ],
    },
  ],
];

export const scheduleSection = (number: number): Section => ({
  heading: `Schedule ${number}: general conditions`,
  paragraphs: [
    `This schedule belongs to the agreement before it and has the same meaning as if it were printed there in full. Where the two differ the agreement comes first. The conditions of schedule ${number} apply as long as any amount is outstanding.`,
    'Notices are given in writing, which includes email and messages in the room in which the agreement was signed. A notice counts as received on the working day after it was sent, unless it was returned as undeliverable.',
    'If one of the conditions turns out not to be valid the others remain as they are. The condition concerned is then replaced by what the law provides, or where it provides nothing by what both of us would have agreed on had we known.',
    'We may transfer our claims under the agreement to another lender within the same group. You are told before this happens, and none of your rights becomes smaller by it. You may not transfer your rights without our consent.',
    'Changes to these conditions are announced two months in advance. You may reject them and repay the loan early without cost. Not answering counts as agreement only if the announcement said so in a prominent place.',
  ],
});
