/** Mails by SMTP. What a server says about this mail or its recipient is final; what it says about us may be put right. */
import { createTransport, type NodemailerError } from 'nodemailer';

import type { SendResult, Transport } from '#backend/messages/deliver-due.ts';
import { toMail } from '#hosts/node/messages/to-mail.ts';
import type { MailSettings } from '#hosts/node/settings/mail-settings.ts';

const second = 1_000;

export function createSmtpTransport({ server, from }: MailSettings): Transport {
  const transporter = createTransport({
    ...server,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 30 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return (message, signal) =>
    transporter.sendMail({ ...toMail(message, from), signal }).then(() => ({ kind: 'sent' }), toResult);
}

/** Commands that are about the mail. Note: not `AUTH` and `MAIL FROM`; a wrong password must not be the end of every message. */
const aboutTheMail = new Set(['RCPT TO', 'DATA']);

function toResult(error: unknown): SendResult {
  const { code, command, response, permanent }: Partial<NodemailerError> = error instanceof Error ? error : {};
  const isFinal = permanent === true && command !== undefined && aboutTheMail.has(command);
  const reason = response ?? code ?? 'unknown';
  return { kind: isFinal ? 'refused' : 'failed', reason: reason.replaceAll(/\s+/g, ' ').slice(0, 300) };
}
