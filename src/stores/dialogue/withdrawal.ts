import { ApiError } from '../../api/api-error.js';
import type { Session } from '../session.js';

/** Takes an own message back; a mark of it stays. Rejects with an ApiError. */
export const withdrawMessage = async (
  session: Session,
  report: string,
  message: string,
): Promise<void> => {
  try {
    const client = await session.client();
    const data = await client.withdrawMessage(report, message);
    session.connection.announce({ type: 'message', data });
  } catch (error) {
    throw ApiError.from(error);
  }
};
